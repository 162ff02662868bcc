# What was written without a network
unsent-you = You
unsent-not-yet = Not sent yet
unsent-means = It goes out by itself as soon as there is network, also after this browser was closed.
unsent-now = Send now
unsent-discard = Discard
unsent-not-in = You are not signed in any more, so this was not sent. It is saved in this browser for a week and goes out when you have signed in again with your personal link or password.
unsent-not-found = This could not be sent: the discussion is gone, or you no longer have access. Your words are back in the form; copy them from there.
unsent-refused = This could not be sent as it is. Your words are back in the form; please check them and send again.
unsent-files = There is no network now, and files cannot wait in the browser. Leave this page open and send again when you are online.
