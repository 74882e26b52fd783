# ما يقرؤه الساكن عندما يكون هناك خبر: في المحادثة وفي النشرة وعلى الموقع وعلى الحائط.
telling-in-dutch = بالهولندية: { $sentence }
update-asked =
    عن بلاغك { $number } ({ $title }).
    العمل جارٍ. نريد أن نعرف هل يفيد.
    هل تلاحظ فرقًا الآن؟

feedback-title = { $district }: ماذا يحدث بما أخبرتمونا به
feedback-lead = { $people ->
    [0] حتى { $ends } أخبرنا السكان بما يحدث في { $district }. هنا تقرأ ما نفعله بذلك.
   *[other] حتى { $ends } أخبرنا { $people } من الناس بما يحدث في { $district }. هنا تقرأ ما نفعله بذلك.
}
feedback-heard-title = ما سمعناه
feedback-doing-title = ما نفعله
feedback-not-title = ما لا ينجح الآن، ولماذا
feedback-next-title = متى تسمع المزيد؟
feedback-join-title = اكتب لنا أو شارك
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
feedback-nothing-chosen = لم يختر wijkverband أي موضوع هذه المرة.
feedback-waiting = { $count ->
    [one] عن موضوع واحد تقرأ لاحقًا. النص ما زال يُراجع.
   *[other] عن مواضيع أخرى ({ $count }) تقرأ لاحقًا. النصوص ما زالت تُراجع.
}
feedback-next = في { $day } تسمع منا مرة أخرى.
feedback-join = أخبرنا بما يحدث بكلماتك. يمكنك ذلك دائمًا في محادثتك.
feedback-join-link = أخبرنا بما يحدث بكلماتك. يمكنك ذلك دائمًا هنا: { $link }
feedback-contact = تفضل الحديث مع إنسان؟ { $contact }
feedback-danger = هل هناك خطر الآن؟ اتصل بالرقم 112.
feedback-scan = امسح الرمز بهاتفك.

poster-title = ماذا يحدث في { $district }؟
poster-lead = أخبرنا في رسالة. بكلماتك.
poster-line = امسح الرمز وأخبرنا بما يحدث في حيك.
poster-scan = امسح الرمز بهاتفك
poster-step-tell = تخبرنا بما يحدث.
poster-step-choose = في كل مرة يختار wijkverband موضوعًا أو موضوعين.
poster-step-hear = تسمع دائمًا ماذا حدث.
poster-privacy = لا نعطي اسمك لأحد.
poster-alt = رمز QR للرابط { $link }
poster-done-title = هذا ما يحدث في { $district }
poster-done-lead = أنتم أخبرتمونا. واختار wijkverband هذا.
