# How much work a project may take
budget-title = Work and budget
budget-set = Set the budget
budget-hours = Budget in hours
budget-hours-hint = How much work the project may take, for example 120 or 37.5. Empty if there is no limit.
budget-none = No budget and no work recorded yet.
budget-used = { $used } of { $whole } ({ $percent })
budget-used-up = The budget is used.
budget-over = { $over } more than the budget.
budget-until = At the pace of the last { $n } weeks it lasts until { $day }: { $first } in busy weeks, { $last } in quiet ones.
budget-until-open = At the pace of the last { $n } weeks it lasts until { $day }: { $first } in busy weeks, much longer in quiet ones.
budget-picture = Work so far week by week; the line above is the budget
budget-week = Week from
budget-so-far = So far
budget-uncharged = { $percent } of the work is not charged
budget-included = Included in a fixed price
budget-warranty = Warranty
budget-goodwill = Goodwill
