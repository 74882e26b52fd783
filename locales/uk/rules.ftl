### Правила, про які домовилася wijkverband. Читачі: мешканці. Текст домовленостей нідерландською.
rules-agreed =
    Ось як це працює в районі { $district }.
    Ви розповідаєте, що відбувається. Цей раунд триває до { $ends }.
    Не пізніше { $promise } ви дізнаєтеся, що зроблено і чому.
    Ось домовленості:
rules-then = { $first }
    { $second }
rules-in-dutch = Текст домовленостей написано нідерландською.
rules-agreement = { rules-theme }
    { $lines }
rules-line = { rules-part }: { $words }
rules-part = { $part ->
    [question] Питання району
    [result] Що ви помітите
    [form] Як взяти участь
    [effect] Хто вирішує
    [feedback] Про що вам повідомлять
    [influence] На це ви маєте вплив
    [no-influence] На це ви не маєте впливу
   *[rung] Ступінь участі
}
rules-theme = { $theme ->
    [residents] Мешканці
    [housing] Житло
    [surroundings] Довкілля та послуги
    [work] Робота і дохід
    [care] Здоров'я і допомога
    [traffic] Дорожній рух
    [safety] Безпека
    [together] Спільне життя і участь
   *[other] { $theme }
}
rules-rung-line = { rules-part }: { rules-rung }. { rules-rung-means }
rules-rung = { $rung ->
    [inform] Знати
    [consult] Сказати свою думку
    [advise] Радити
    [co-produce] Робити разом
    [co-decide] Вирішувати разом
   *[initiative] Мешканці починають самі
}
rules-rung-means = { $rung ->
    [inform] Wijkverband вирішує і каже, що буде.
    [consult] Мешканці кажуть, що думають. Вирішує wijkverband.
    [advise] Мешканці радять. Якщо wijkverband робить інакше, він пояснює чому.
    [co-produce] Мешканці і wijkverband разом готують план.
    [co-decide] Мешканці і wijkverband вирішують разом.
   *[initiative] Мешканці придумують і роблять. Wijkverband допомагає.
}
rules-more = { $count ->
    [one] Є ще { $count } домовленість. Запитайте координатора.
    [few] Є ще { $count } домовленості. Запитайте координатора.
   *[other] Є ще { $count } домовленостей. Запитайте координатора.
}
