# ما يقرؤه الساكن. جمل قصيرة، صيغة مهذبة، بلا علامات تعجب.
# Every name, date and number that is filled in keeps its own direction: bot/texts.py puts isolates around it.
# Latin words and telephone numbers with signs in them are terms, so that the same happens to them.
-wijkverband = اتحاد الحي
-police = 0900-8844
-suicide-line = 0800-0113
-suicide-site = 113.nl
-violence-line = Veilig Thuis: 0800-2000
-ask-in-dutch = Welke taal wilt u?
-other-in-dutch = Andere taal
name = { $name }
language-name = { $language ->
    [nl] Nederlands
    [en] English
    [tr] Türkçe
    [ar] العربية
    [pl] Polski
    [uk] Українська
   *[other] { $language }
}

resident-welcome =
    أهلاً بكم. هنا تخبروننا باختصار بما يحدث في حي { $district }. اكتبوا كما تتكلمون.
    ماذا يحدث بعد ذلك؟ { -wijkverband } (wijkverband) هو مجموعة مشتركة من مؤسسات الحي وسكانه. في كل جولة يختار موضوعاً أو موضوعين للعمل عليهما. نخبركم دائماً بالنتيجة.
    لا نعطي اسمكم لأحد. نحذف رسالتكم بعد 3 أشهر. يمكن حذف كل شيء في أي وقت: اكتبوا حذف.
    هل هناك خطر الآن؟ اتصلوا بالرقم 112.
resident-welcome-anywhere =
    أهلاً بكم. هنا تخبروننا باختصار بما يحدث في المكان الذي تسكنون فيه. اكتبوا كما تتكلمون.
    ماذا يحدث بعد ذلك؟ { -wijkverband } (wijkverband) هو مجموعة مشتركة من مؤسسات الحي وسكانه. في كل جولة يختار موضوعاً أو موضوعين للعمل عليهما. نخبركم دائماً بالنتيجة.
    لا نعطي اسمكم لأحد. نحذف رسالتكم بعد 3 أشهر. يمكن حذف كل شيء في أي وقت: اكتبوا حذف.
    هل هناك خطر الآن؟ اتصلوا بالرقم 112.
resident-other-language = لغة أخرى / { -other-in-dutch }
resident-what-is-kept = ماذا تحفظون عني؟

resident-ask-district = في أي حي (wijk) تسكنون؟ اختاروا، أو اكتبوا اسم الحي أو الأرقام الأربعة من الرمز البريدي.
resident-held-ask-district = شكراً، رسالتكم محفوظة. في أي حي (wijk) هذا؟ اختاروا، أو اكتبوا الاسم أو الأرقام الأربعة من الرمز البريدي.
resident-help-district = لا مشكلة. اكتبوا الأرقام الأربعة من الرمز البريدي، أو اسم شارعكم. ما كتبتموه يبقى محفوظاً.
resident-district-chosen = شكراً. أخبرونا الآن بما يحدث في حي { $district }. اكتبوا كما تتكلمون.

resident-receipt =
    شكراً. تم حفظ ملاحظتكم { $number }.
    سنكتب لكم في موعد أقصاه { $promise }.
resident-receipt-cut =
    شكراً. تم حفظ ملاحظتكم { $number }.
    كانت طويلة جداً. حفظنا بدايتها، وعدد الأحرف { $kept }.
    سنكتب لكم في موعد أقصاه { $promise }.
resident-changed =
    تم التعديل. ملاحظتكم { $number } أصبحت كما كتبتموها.
    سنكتب لكم في موعد أقصاه { $promise }.
resident-added = تمت الإضافة إلى الملاحظة { $number }.
resident-not-right = هناك خطأ
resident-withdraw = سحب الملاحظة
resident-type-again = اكتبوا الملاحظة { $number } مرة أخرى كما يجب أن تكون. بعدها نضعها مكان القديمة.
resident-too-late = الملاحظة { $number } وصلت إلى { -wijkverband }. اكتبوا ما تريدون إضافته في رسالة جديدة.
resident-withdrawn = تم سحب الملاحظة { $number } وحذفها.
resident-nothing-to-withdraw = هذه الملاحظة لم تعد موجودة. اكتبوا حالة لرؤية ملاحظاتكم.
resident-slow-down = شكراً. كل شيء محفوظ. أنتم ترسلون رسائل كثيرة، لذلك لن نرد على كل رسالة لمدة ساعة.

resident-ask-neighbourhood = في أي جزء من الحي (buurt) هذا؟
resident-do-not-know = لا أعرف
resident-no-neighbourhoods = في هذا الحي لا حاجة إلى اختيار المكان.
resident-thanks = شكراً.
resident-thanks-place = شكراً. الآن نعرف أي جزء من الحي تقصدون.
resident-place-kept = شكراً. هذا في { $neighbourhood }. لا نحفظ المكان الدقيق.
resident-what-is-there = شكراً على المكان. ماذا يحدث هناك؟ اكتبوه في جملة واحدة.
resident-ask-topic = أخبرنا جيران بشيء يشبه هذا. هل هو الموضوع نفسه؟ بعض الأسماء بالهولندية.
resident-other-topic = شيء آخر
resident-same-topic = { $people ->
    [zero] شكراً. لم يقل ذلك أحد بعد.
    [one] شكراً. شخص واحد يقول ذلك الآن.
    [two] شكراً. شخصان يقولان ذلك الآن.
    [few] شكراً. { $people } أشخاص يقولون ذلك الآن.
    [many] شكراً. { $people } شخصاً يقولون ذلك الآن.
   *[other] شكراً. { $people } شخص يقولون ذلك الآن.
}
resident-what-is-missing = ما الذي ليس جيداً بعد؟ اكتبوه في جملة واحدة. سنأخذه معنا إلى الجولة القادمة.

resident-old-button = هذا الزر لم يعد يعمل. اكتبوا حالة لمعرفة ما حدث بملاحظاتكم.
resident-cannot-read = لا أستطيع قراءة هذا. اكتبوا في جملة واحدة ما يحدث، أو أرسلوا صورة.
resident-cannot-hear = لا أستطيع الاستماع بعد. اكتبوا في جملة واحدة ما يحدث.
resident-cannot-decrypt = لا أستطيع فتح رسالتكم بعد. أرسلوها مرة أخرى بعد دقيقة.
resident-empty = كانت رسالتكم فارغة. اكتبوا في جملة واحدة ما يحدث.
resident-cancelled = حسناً، نترك هذا السؤال. يمكنكم دائماً أن تكتبوا ما يحدث.
resident-hello = أهلاً بكم. اكتبوا في جملة واحدة ما يحدث. اكتبوا حالة لمعرفة ما حدث بملاحظاتكم.
resident-you-are-welcome = عفواً.
resident-no-question = لا يوجد سؤال مفتوح الآن. اكتبوا في جملة واحدة ما يحدث.
resident-not-a-choice = هذا الجواب ليس من الخيارات. اختاروا غيره، أو اكتبوا ببساطة ما يحدث.
resident-no-words = لا أرى كلمات. اكتبوا في جملة واحدة ما يحدث.
resident-unknown-command = لا أعرف هذه الكلمة. اكتبوا مساعدة لمعرفة ما يمكن فعله، أو اكتبوا ببساطة ما يحدث.
resident-not-for-you = هذه الكلمة لمن لديه دور في الحي. اكتبوا في جملة واحدة ما يحدث.
resident-photo-only = شكراً على الصورة. ماذا يظهر فيها؟ اكتبوه في جملة واحدة.

danger-now =
    هل هناك خطر الآن؟ اتصلوا بالرقم 112. لا نقرأ الرسائل فوراً.
    الأمر غير عاجل، لكنكم تحتاجون إلى الشرطة؟ اتصلوا بالرقم { -police }.
    هل تريدون أن نحفظ هذا كملاحظة؟
danger-suicide =
    هل تفكرون في الانتحار؟ تحدثوا مع أحد. اتصلوا بالرقم 113 أو { -suicide-line }، مجاناً، ليلاً ونهاراً. المحادثة الكتابية على { -suicide-site }.
    هل هناك خطر الآن؟ اتصلوا بالرقم 112. لا نقرأ الرسائل فوراً.
    هل تريدون أن نحفظ هذا كملاحظة؟
danger-home =
    هل هناك خطر الآن؟ اتصلوا بالرقم 112. لا نقرأ الرسائل فوراً.
    عنف في البيت؟ اتصلوا بـ { -violence-line }، مجاناً، ليلاً ونهاراً.
    هل تريدون أن نحفظ هذا كملاحظة؟
danger-drop = لا
danger-keep = نعم، احفظوه
danger-kept =
    تم الحفظ برقم { $number }. يقرؤه منسق الحي.
    { -wijkverband } لا يرى هذا. هل تريدون مساعدة الآن؟ اتصلوا بالرقم المذكور أعلاه.
danger-dropped = حسناً. لن نحفظ هذا.

status-none = ليس لديكم ملاحظات بعد. اكتبوا في جملة واحدة ما يحدث.
status-list = { $count ->
    [zero] لا ملاحظات:
    [one] ملاحظتكم:
    [two] ملاحظتان لكم:
    [few] لكم { $count } ملاحظات:
    [many] لكم { $count } ملاحظة:
   *[other] لكم { $count } ملاحظة:
}
    { $lines }
status-collected = { $number } ({ $subject }): محفوظة. سنكتب لكم في موعد أقصاه { $promise }.
status-on-table = { $number } ({ $subject }): عند { -wijkverband }. سنكتب لكم في موعد أقصاه { $promise }.
status-chosen = { $number } ({ $subject }): تم اختيارها. سنكتب لكم مرة أخرى في موعد أقصاه { $promise }.
status-not-chosen = { $number } ({ $subject }): لم يتم اختيارها هذه المرة.
status-started = { $number } ({ $subject }): بدأ العمل.
status-delayed = { $number } ({ $subject }): يحتاج الأمر وقتاً أطول.
status-done = { $number } ({ $subject }): نجح الأمر.
status-impossible = { $number } ({ $subject }): هذا غير ممكن.
status-more = { $count ->
    [zero] ولا ملاحظات أقدم.
    [one] وملاحظة واحدة أقدم.
    [two] وملاحظتان أقدم.
    [few] و{ $count } ملاحظات أقدم.
    [many] و{ $count } ملاحظة أقدم.
   *[other] و{ $count } ملاحظة أقدم.
}
status-apart = { $number } ({ $subject }): محفوظة. يقرؤها منسق الحي، ولا يقرؤها { -wijkverband }.
status-stopped = لا نرسل لكم أخباراً الآن. اكتبوا ابدأ لتصلكم من جديد.

update-chosen =
    أخبار عن ملاحظتكم { $number } ({ $title }).
    اختار { -wijkverband } هذا الموضوع في { $decided_on }.
    ماذا سنفعل؟ { $sentence }
    الخطوة الأولى قبل { $first_step_on }. سنكتب لكم مرة أخرى في { $next_on }.
update-not-chosen =
    أخبار عن ملاحظتكم { $number } ({ $title }).
    لم يختر { -wijkverband } موضوعكم هذه المرة.
    لماذا؟ { $sentence }
    هل ما زالت المشكلة موجودة؟ أخبرونا، فتُحسب في الجولة القادمة.
update-not-among-five =
    أخبار عن ملاحظتكم { $number } ({ $title }).
    في كل جولة يختار { -wijkverband } من خمسة مواضيع. موضوعكم لم يكن بينها هذه المرة.
    ذكر أشخاص أكثر شيئاً آخر. لكن { -wijkverband } يعرف هذه المشكلة.
    هل ما زالت المشكلة موجودة؟ أخبرونا، فتُحسب في الجولة القادمة.
update-started =
    أخبار عن ملاحظتكم { $number } ({ $title }).
    بدأ العمل. { $sentence }
update-delayed =
    أخبار عن ملاحظتكم { $number } ({ $title }).
    يحتاج الأمر وقتاً أطول مما ظننا. { $sentence }
update-done =
    أخبار عن ملاحظتكم { $number } ({ $title }).
    نجح الأمر. { $sentence }
    هل تلاحظون فرقاً؟
update-impossible =
    أخبار عن ملاحظتكم { $number } ({ $title }).
    هذا غير ممكن. { $sentence }
    هل ما زالت المشكلة موجودة؟ أخبرونا، فتُحسب في الجولة القادمة.
update-no-news =
    عن ملاحظتكم { $number }.
    وعدناكم بأخبار اليوم. لا توجد أخبار بعد، وقد سألنا عنها.
    لم ننسكم. سنكتب لكم في موعد أقصاه { $next_on }.
effect-yes = نعم
effect-some = قليلاً
effect-no = لا
effect-unknown = لا أعرف

language-ask = أي لغة تريدون؟ / { -ask-in-dutch }
language-set = حسناً. نكتب لكم الآن بالعربية.

privacy-what-is-kept =
    نحفظ ما تكتبونه، ومكانكم في الحي، ولغتكم، وعنواناً للرد عليكم. لا نحفظ اسمكم ولا رقم هاتفكم.
    من يقرأ ذلك؟ منسق الحي. أما { -wijkverband } فيرى المواضيع وأعداد الأشخاص فقط.
    نحذف رسالتكم بعد 3 أشهر. يمكن حذف كل شيء في أي وقت: اكتبوا حذف.
    هل تريدون رؤية ما نحفظه؟ اكتبوا بياناتي.
privacy-data =
    هذا ما نحفظه عنكم.
    الملاحظات: { $count }
    الحي (wijk): { $district }
    المكان (buurt): { $neighbourhood }
    اللغة: { $language }
    الدور: { $roles }
    وعنوان للرد عليكم. بلا اسم، وبلا رقم هاتف.
privacy-unknown = غير معروف بعد
privacy-role = { $role ->
    [professional] مختص
    [volunteer] متطوع
    [expert] خبير بالتجربة
    [partner] عضو في اتحاد الحي
    [coordinator] منسق
   *[resident] ساكن
}
privacy-data-file = كل شيء موجود أيضاً في هذا الملف.
privacy-ask-wipe = { $count ->
    [0] هل تريدون حقاً حذف كل شيء؟ عندها لن نعرف عنكم شيئاً.
    [one] هل تريدون حقاً حذف كل شيء؟ ستختفي ملاحظتكم ولن نكتب لكم بعد ذلك.
    [two] هل تريدون حقاً حذف كل شيء؟ ستختفي ملاحظتاكم ولن نكتب لكم بعد ذلك.
    [few] هل تريدون حقاً حذف كل شيء؟ ستختفي { $count } ملاحظات ولن نكتب لكم بعد ذلك.
    [many] هل تريدون حقاً حذف كل شيء؟ ستختفي { $count } ملاحظة ولن نكتب لكم بعد ذلك.
   *[other] هل تريدون حقاً حذف كل شيء؟ ستختفي { $count } ملاحظة ولن نكتب لكم بعد ذلك.
}
privacy-wipe = نعم، احذفوا كل شيء
privacy-keep = لا، لا تحذفوا
privacy-wiped = تم حذف كل ما يخصكم. هل تريدون لاحقاً أن تخبرونا بشيء؟ عندها تبدؤون من جديد.
privacy-not-wiped = حسناً. لم يتم حذف شيء.
privacy-stopped = حسناً. لن تصلكم أخبار بعد الآن. ملاحظاتكم تبقى محسوبة. اكتبوا ابدأ لتصلكم الأخبار من جديد.
privacy-started = حسناً. ستصلكم الأخبار عن ملاحظاتكم من جديد.

help =
    يكفي أن تكتبوا ما يحدث.
    هذه الكلمات تعمل دائماً: حالة، توقف، ابدأ، لغة، المكان، سحب، بياناتي، حذف، القواعد.
    هل هناك خطر الآن؟ اتصلوا بالرقم 112.
help-with-person =
    يكفي أن تكتبوا ما يحدث.
    هذه الكلمات تعمل دائماً: حالة، توقف، ابدأ، لغة، المكان، سحب، بياناتي، حذف، القواعد.
    هل تفضلون الحديث مع إنسان؟ بالهولندية: { $contact }
    هل هناك خطر الآن؟ اتصلوا بالرقم 112.
rules =
    هكذا يجري العمل في حي { $district }.
    أنتم تخبروننا بما يحدث. تستمر هذه الجولة حتى نهاية يوم { $ends }.
    بعدها يتحدث { -wijkverband } عن المواضيع الخمسة التي ذكرها أكبر عدد من الناس.
    في { -wijkverband } (wijkverband) البلدية والرعاية والخدمات الاجتماعية ومؤسسة الإسكان والشرطة والسكان. هم يختارون موضوعاً أو موضوعين.
    لكم تأثير على ما يتحدثون عنه. هم يقررون ما سيحدث. هذا ليس تصويتاً.
    في موعد أقصاه { $promise } نخبركم بما اختاروه، ولماذا.
rules-anywhere =
    أنتم تخبروننا بما يحدث في المكان الذي تسكنون فيه.
    في كل جولة يختار { -wijkverband } موضوعاً أو موضوعين للعمل عليهما.
    نخبركم دائماً بما حدث، ولماذا.

joining-professional =
    أهلاً بكم. لكم الآن دور مختص في حي { $district }.
    اكتبوا uitvraag للإجابة عن سؤالين قصيرين من أجل أحد السكان. يستغرق ذلك 20 ثانية.
joining-volunteer =
    أهلاً بكم. لكم الآن دور متطوع في حي { $district }.
    اكتبوا gesprek لتسجيل حديث مع الجيران.
joining-expert =
    أهلاً بكم. لكم الآن دور خبير بالتجربة في حي { $district }.
    ترون كل نص قبل أن يصل إلى السكان. اكتبوا controleer لمعرفة إن كان هناك نص ينتظر.
joining-partner =
    أهلاً بكم. أنتم الآن في { -wijkverband } في { $district }.
    عندما تنتهي الجولة تشاركون في الاختيار. اكتبوا acties لرؤية الأعمال.
joining-coordinator =
    أهلاً بكم. لكم الآن دور المنسق في حي { $district }.
    اكتبوا wacht لمعرفة ما ينتظر. اكتبوا uitnodigen لإعطاء أحد دوراً. اكتبوا onderwerpen لرؤية المواضيع.
joining-room = هذه المجموعة تابعة الآن إلى { -wijkverband } في { $district }. في نهاية الجولة تصل إلى هنا أهم خمسة مواضيع.
joining-follow = أهلاً بكم. سنخبركم بما يحدث بالملاحظة { $number } في حي { $district }.
joining-unknown = لا نعرف هذا الرمز. تأكدوا من أنه منقول بشكل صحيح، أو اطلبوا رمزاً جديداً.
joining-used = هذا الرمز مستخدم من قبل. اطلبوا رمزاً جديداً.
joining-expired = انتهت صلاحية هذا الرمز. اطلبوا رمزاً جديداً.
joining-too-many-tries = تمت تجربة رموز كثيرة. حاولوا مرة أخرى بعد ساعة.
joining-in-a-room = هذا الرمز لمجموعة { -wijkverband }. الصقوه في تلك المجموعة.
joining-in-private = هذا الرمز لكم وحدكم. أرسلوه في محادثة معي، وليس في مجموعة.
joining-unbound-room = أهلاً بكم. الصقوا هنا رمز المنسق، فتصبح هذه المجموعة تابعة إلى { -wijkverband }.
resident-card-with-news = { $news }
file-report = أهم خمسة مواضيع في حي { $district }، بصيغة PDF
file-qr = رمز QR للمسح بالهاتف
file-data = كل ما نحفظه عنكم
