# What residents type: words that always work, with commas between; the first is the one we name.
# `/status` is the same. Every language has this file.
command-status = status, my signals
command-stop = stop, unsubscribe
command-start = start, subscribe
command-language = language, other language
command-wipe = delete, delete all, forget me, wipe
command-data = data, my data
command-help = help, ?
command-rules = rules
command-quiet = quiet, quiet hours
command-withdraw = withdraw
command-neighbourhood = area, other area
command-district = wijk, district, other wijk
command-cancel = cancel, back
# How a second message goes on where the first one stopped.
continues = and, and also, also, oh, but, because, for example
# What people say without telling anything. We make no signal of it.
aside-greeting = hello, hi, hey, good morning, good afternoon, good evening, good day, bye, goodbye, test
aside-thanks = thanks, thank you, thank you very much, many thanks, ok, okay, k, great, fine, good, nice, understood, clear
aside-yes = yes, yep, yeah, sure, right, agreed, correct
aside-no = no, nope, no thanks, nothing, not, none, nobody
aside-choice = skip, done, go on, take up, not now, later, change it, improve, again, started
# What people put before or after an answer.
polite = please, thanks, thank you, i think
# How people say where they live.
living = i live, we live, my postcode, postcode
# How the app explains the words (menu of Telegram).
menu-status = how far are my signals
menu-stop = no more news
menu-start = news again
menu-language = other language
menu-wipe = delete all of mine
menu-data = what you keep of me
menu-help = help
menu-rules = who decides, when you hear
