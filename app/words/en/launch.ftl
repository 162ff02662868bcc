# Taking into use what was approved.
launch-title = Launch
launch-plan = Plan the launch
launch-plan-text = Each side says that it is ready; then it is launched with one press. Another day asks both sides again.
launch-change = Change the day
launch-day = Day of the launch
launch-note = What happens, and who does what
launch-note-hint = Optional
launch-theirs = { $name } has planned { $day } meanwhile. Yours replaces it once you save.
launch-on = Planned for { $day }
launch-ready = Ready
launch-not-ready = Not ready yet
launch-say-ready = We are ready
launch-say-not-ready = We are not ready after all
launch-do = It is launched
launch-done = Launched
launch-done-by = { $name }, { $moment }

event-launch-planned = { $who } planned the launch of “{ $label }”.
event-launch-ready = { $who } is ready to launch “{ $label }”.
event-launched = { $who } launched “{ $label }”.
