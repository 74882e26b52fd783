# ما يقرؤه الساكن عندما يكون هناك خبر: في المحادثة وفي النشرة وعلى الموقع وعلى الحائط.
telling-in-dutch = بالهولندية: { $sentence }
update-asked =
    عن { your-signals } ({ $title }).
    العمل مستمر. لا توجد أخبار أخرى بعد: تسمعونها في { $next_on } على الأكثر.
    نريد أن نعرف هل يفيد ذلك. هل تلاحظون فرقًا الآن؟

feedback-title = { $district }: ماذا يحدث بما أخبرتمونا به
feedback-lead = { $people ->
    [0] حتى { $ends } أخبرنا السكان بما يحدث في { $district }. هنا تقرؤون ما نفعله بذلك.
   *[other] حتى { $ends } أخبرنا { $people } من الناس بما يحدث في { $district }. هنا تقرؤون ما نفعله بذلك.
}
feedback-empty = حتى { $ends } لم تصلنا ملاحظات من { $district }.
feedback-heard-title = ما سمعناه
feedback-doing-title = ما نفعله
feedback-not-title = ما لا ينجح الآن، ولماذا
feedback-next-title = متى تسمعون المزيد؟
feedback-join-title = اكتبوا لنا أو شاركوا
feedback-heard = { $people ->
    [0] { $title }
   *[other] { $title } (عدد الناس: { $people })
}
feedback-words = { $title }: { $sentence }
feedback-owner = يقوم بذلك: { $owner }.
feedback-first-step = الخطوة الأولى قبل { $day }.
feedback-check = في { $day } ننظر هل ينجح الأمر.
feedback-status = { $status ->
    [started] بدأ العمل.
    [delayed] يستغرق وقتًا أطول مما ظننا.
    [done] تم الأمر.
   *[impossible] لا يمكن ذلك.
} { $sentence }
feedback-referred = هذا الأمر عند: { $to }.
feedback-noticed = عدد من يلاحظون فرقًا: { $people }.
feedback-not-yet-noticed = عدد من لا يلاحظون فرقًا بعد: { $people }.
feedback-nothing-chosen = لم يختر اتحاد الحي أي موضوع هذه المرة.
feedback-waiting = { $count ->
    [one] عن موضوع واحد تقرؤون لاحقًا. النص ما زال يُراجع.
    [two] عن موضوعين تقرؤون لاحقًا. النصان ما زالا يُراجعان.
    [few] عن { $count } مواضيع تقرؤون لاحقًا. النصوص ما زالت تُراجع.
    [many] عن { $count } موضوعًا تقرؤون لاحقًا. النصوص ما زالت تُراجع.
   *[other] عن { $count } موضوع تقرؤون لاحقًا. النصوص ما زالت تُراجع.
}
feedback-next = في { $day } تسمعون منا مرة أخرى.
feedback-join = أخبرونا بما يحدث بكلماتكم. يمكنكم ذلك دائمًا في محادثتكم.
feedback-join-link = أخبرونا بما يحدث بكلماتكم. يمكنكم ذلك دائمًا هنا: { $link }
feedback-contact = تفضلون الحديث مع إنسان؟ { $contact }
feedback-danger = هل هناك خطر الآن؟ اتصلوا بالرقم 112.
feedback-scan = امسحوا الرمز بهاتفكم.

file-for-residents = ورقة لسكان { $district } بصيغة PDF
poster-title = ماذا يحدث في { $district }؟
poster-lead = أخبرونا في رسالة. بكلماتكم.
poster-line = امسحوا الرمز وأخبرونا بما يحدث في حيكم.
poster-scan = امسحوا الرمز بهاتفكم
poster-step-tell = تخبروننا بما يحدث.
poster-step-choose = في كل مرة يختار اتحاد الحي موضوعًا أو موضوعين.
poster-step-hear = تسمعون دائمًا ماذا حدث.
poster-privacy = لا نعطي اسمكم لأحد.
poster-alt = رمز QR للرابط { $link }
poster-done-title = هذا ما يحدث في { $district }
poster-done-lead = أنتم أخبرتمونا. واختار اتحاد الحي هذا.
