# What a resident reads when there is news: in the chat, in the newsletter, on the site and on the wall.
telling-in-dutch = In Dutch: { $sentence }
update-asked =
    About { your-signals } ({ $title }).
    The action goes on. There is no other news yet: you hear that by { $next_on }.
    We would like to know whether it helps. Do you notice a difference yet?

feedback-title = { $district }: what happens with what you told us
feedback-lead = { $people ->
    [0] Until { $ends } residents told us what is going on in { $district }. Here you read what happens with it.
   *[other] Until { $ends } { $people } people told us what is going on in { $district }. Here you read what happens with it.
}
feedback-empty = Until { $ends } nobody told us anything about { $district }.
feedback-heard-title = What we heard
feedback-doing-title = What we do
feedback-not-title = What does not work now, and why
feedback-next-title = When do you hear more?
feedback-join-title = Say something or join in
feedback-heard = { $people ->
    [0] { $title }
   *[other] { $title } ({ $people } people)
}
feedback-words = { $title }: { $sentence }
feedback-owner = Who does this? { $owner }.
feedback-first-step = The first step comes before { $day }.
feedback-check = On { $day } we look whether it works.
feedback-status = { $status ->
    [started] The action has started.
    [delayed] It takes longer than expected.
    [done] It is done.
   *[impossible] It cannot be done.
} { $sentence }
feedback-referred = This belongs to { $to }.
feedback-noticed = { $people } people say that they notice a difference.
feedback-not-yet-noticed = { $people } people notice no difference yet.
feedback-nothing-chosen = The wijkverband took up no topic this round.
feedback-waiting = { $count ->
    [one] About 1 topic you read more later. That text is still being checked.
   *[other] About { $count } topics you read more later. Those texts are still being checked.
}
feedback-next = On { $day } you hear from us again.
feedback-join = Tell us what is going on, in your own words. You can always do that, in your chat.
feedback-join-link = Tell us what is going on, in your own words. You can always do that, at { $link }
feedback-contact = Rather talk to a person? { $contact }
feedback-danger = Is there danger now? Call 112.
feedback-scan = Scan the code with your phone.

file-for-residents = Paper for residents of { $district }, as PDF
poster-title = What is going on in { $district }?
poster-lead = Tell us in a message. In your own words.
poster-line = Scan the code and tell us what is going on near you.
poster-scan = Scan the code with your phone
poster-step-tell = You tell us what is going on.
poster-step-choose = Each round the wijkverband takes up 1 or 2 topics.
poster-step-hear = You always hear what happens with it.
poster-privacy = We do not pass on your name.
poster-alt = QR code with the link { $link }
poster-done-title = This is happening in { $district }
poster-done-lead = You told us. The wijkverband chose this.
