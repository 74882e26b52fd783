### القواعد التي اتفق عليها اتحاد الحي. القراء: سكان الحي. نصوص الاتفاقات باللغة الهولندية.
rules-agreed =
    هكذا يسير العمل في { $district }.
    أنتم تخبروننا بما يحدث في الحي. تستمر هذه الجولة حتى { $ends }.
    ستعرفون في موعد أقصاه { $promise } ماذا حدث ولماذا.
    هذه هي الاتفاقات:
rules-then = { $first }
    { $second }
rules-in-dutch = نصوص الاتفاقات باللغة الهولندية.
rules-agreement = { rules-theme }
    { $lines }
rules-line = { rules-part }: { $words }
rules-part = { $part ->
    [question] سؤال الحي
    [result] ما ستلاحظونه
    [form] كيف تشاركون
    [effect] من يقرر
    [feedback] ما ستسمعونه منا
    [influence] لكم تأثير على
    [no-influence] ليس لكم تأثير على
   *[rung] درجة المشاركة
}
rules-theme = { $theme ->
    [residents] السكان
    [housing] السكن
    [surroundings] البيئة والمرافق
    [work] العمل والدخل
    [care] الصحة والرعاية
    [traffic] المرور
    [safety] الأمان
    [together] العيش معا والمشاركة
   *[other] { $theme }
}
rules-rung-line = { rules-part }: { rules-rung }. { rules-rung-means }
rules-rung = { $rung ->
    [inform] المعرفة
    [consult] إبداء الرأي
    [advise] تقديم النصيحة
    [co-produce] العمل معا
    [co-decide] اتخاذ القرار معا
   *[initiative] السكان يبدؤون بأنفسهم
}
rules-rung-means = { $rung ->
    [inform] اتحاد الحي يقرر ويخبركم بما سيحدث.
    [consult] السكان يقولون رأيهم. اتحاد الحي يقرر.
    [advise] السكان يقدمون نصيحة. إذا لم يأخذ بها اتحاد الحي فإنه يقول السبب.
    [co-produce] السكان واتحاد الحي يضعون الخطة معا.
    [co-decide] السكان واتحاد الحي يقررون معا.
   *[initiative] السكان يفكرون وينفذون. اتحاد الحي يساعدهم.
}
rules-more = { $count ->
    [one] هناك اتفاق آخر. اسألوا منسق الحي عنه.
    [two] هناك اتفاقان آخران. اسألوا منسق الحي عنهما.
    [few] هناك { $count } اتفاقات أخرى. اسألوا منسق الحي عنها.
    [many] هناك { $count } اتفاقاً آخر. اسألوا منسق الحي عنها.
   *[other] هناك { $count } اتفاق آخر. اسألوا منسق الحي عنها.
}
