### Теми: їхні назви. Читають мешканці, які розповідають про щось схоже.

topic-title-theme = { topic-theme }
topic-title-theme-at-place = { topic-theme } – { $place }
topic-title-at-place = Звернення про { $place }
topic-title-words = { $words }
topic-title-other = Інші звернення

topic-theme = { $theme ->
    [waste] Сміття та контейнери
    [litter] Сміття на вулиці
    [dog-mess] Собачі екскременти
    [rats] Щури та шкідники
    [parking] Паркування
    [school-run] Рух біля школи
    [speeding] Занадто швидка їзда
    [through-traffic] Наскрізний рух
    [crossing] Безпечний перехід
    [scooters] Фетбайки та скутери
    [bike-parking] Місця для велосипедів
    [bus] Автобус і транспорт
    [charging] Зарядні станції
    [street-light] Вуличне освітлення
    [pavement] Тротуари та бруківка
    [playground] Дитячий майданчик
    [green] Догляд за зеленню
    [heat-trees] Дерева та тінь
    [water] Підтоплення та каналізація
    [mould] Вогкість і пліснява
    [insulation] Протяги й холод удома
    [energy-bill] Рахунок за енергію
    [money] Грошові труднощі
    [housing-shortage] Замало житла
    [lift] Зламаний ліфт
    [noise] Шум
    [youth-nuisance] Незручності через молодь
    [youth-activities] Заняття для молоді
    [drugs] Наркотики та торгівля ними
    [burglary] Зломи та крадіжки
    [vandalism] Псування майна
    [fireworks] Феєрверки
    [unsafe] Відчуття небезпеки
    [loneliness] Самотність
    [community-centre] Сусідський центр
    [gp] Сімейний лікар
    [care] Догляд і доглядальники
    [mental-health] Психічне здоров'я
    [language-lessons] Уроки нідерландської
    [digital] Допомога з формами
    [work-income] Робота й дохід
    [schooling] Школа та догляд за дітьми
    [shops] Магазини
    [newcomers] Нові мешканці
    [neighbours] Спілкування із сусідами
    [neighbour-quarrel] Сварки між сусідами
    [garden] Сусідський сад
    [benches] Лавки
    [toilet] Громадський туалет
    [works] Роботи на вулиці чи в будинку
    [air] Дим і повітря
    [accessibility] Доступність
    [birds] Птахи та комахи
    [sports] Спорт і рух
    [council] Зв'язок із муніципалітетом
    [nightlife] Кафе та бари
    [smell] Неприємний запах
    [aed] AED (дефібрилятор)
    [stairwell] Під'їзд і галерея
    [discrimination] Дискримінація
    [volunteers] Волонтери
    [repairs] Ремонт від орендодавця
    [masts] Вежі та випромінювання
    [run-down] Занедбаність
    [events] Свята та події
   *[other] Тема
}
