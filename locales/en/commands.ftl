# What people with a role type, with commas between; the first is the one we name.
command-survey = survey
command-talk = talk
command-topics = topics
command-merge = merge
command-title = title
command-waiting = waiting, what waits
command-report = report
command-begin = begin
command-close = close round, close the round
command-invite = invite
command-hand-over = hand over
command-actions = actions
command-check = check
command-sort = sort, sorting
