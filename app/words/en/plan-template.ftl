# Templates of whole plans.
plan-template-title = Save the plan as a template
plan-template-text = All projects that are not ended are saved with their dates and tasks, as distances from the first day. Names of people, status, discussions and the notes of internal tasks are not. Your colleagues can read it and start from it too.
plan-template-name = Name of the template
plan-template-name-hint = For example: New site with service desk
plan-template-service = Background questions
plan-template-no-service = Ask nothing
plan-template-projects = What is saved
plan-template-nothing = No project goes on here. Start one first, then save the plan.
plan-template-choose = Start a whole plan from a template
plan-template-from-title = Start the plan: { $name }
plan-template-from-text = The projects are hidden from the customer until you show them. All dates follow the first day.
plan-template-asks = The customer is asked the background questions for { $service } right away.
plan-template-first-day = First day
plan-template-start = Start the plan
plan-template-begins = { $days ->
    [0] Begins on the first day
    [one] Begins { $days } day later
   *[other] Begins { $days } days later
}
plan-templates-title = Templates of whole plans
plan-templates-none = No templates yet. Save one from a customer’s edit page.
plan-template-remove-means = No new plan can be started from { $name }. Plans already started stay as they are.
