# Finding things by the words in them
nav-search = Search
search-title = Search
search-label = Words, a name or a number
search-hint = Searches everything that you can see.
search-nothing = Nothing with all of these words.
search-count = { $n ->
    [one] { $n } result
   *[other] { $n } results
}
search-more = There are more. Add a word to narrow it down.
search-old = We could not reach the server, so these results may be out of date. We will try again in a moment.
search-projects = Projects
search-milestones = Milestones
search-tasks = Tasks
keys-label = Find a customer, a person, a discussion, anything
keys-find = Find anything, from any page
keys-lines = Next or previous line of a list
keys-edit = Edit what the page shows
keys-close = Close
