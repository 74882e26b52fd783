# Що читає мешканець, коли є новини: у чаті, у газеті, на сайті та на стіні.
telling-in-dutch = Нідерландською: { $sentence }
update-asked =
    Про { your-signals } ({ $title }).
    Робота триває. Інших новин ще немає: ви отримаєте їх не пізніше { $next_on }.
    Ми хочемо знати, чи це допомагає. Чи помітили ви вже різницю?

feedback-title = { $district }: що робимо з тим, про що ви розповіли
feedback-lead = { $people ->
    [0] До { $ends } мешканці розповідали, що відбувається в районі { $district }. Тут написано, що з цим роблять.
   *[other] До { $ends } про те, що відбувається в районі { $district }, розповіли люди: { $people }. Тут написано, що з цим роблять.
}
feedback-empty = До { $ends } з району { $district } не надійшло жодного звернення.
feedback-heard-title = Що ми почули
feedback-doing-title = Що ми робимо
feedback-not-title = Що зараз не вдасться і чому
feedback-next-title = Коли будуть новини?
feedback-join-title = Написати або долучитися
feedback-heard = { $people ->
    [0] { $title }
   *[other] { $title } (людей: { $people })
}
feedback-words = { $title }: { $sentence }
feedback-owner = Це робить: { $owner }.
feedback-first-step = Перший крок буде до { $day }.
feedback-check = { $day } подивимося, чи це працює.
feedback-status = { $status ->
    [started] Роботу почали.
    [delayed] Це триває довше, ніж ми думали.
    [done] Вдалося.
   *[impossible] Це не вдасться.
} { $sentence }
feedback-referred = Цим займається: { $to }.
feedback-noticed = Різницю помітили люди: { $people }.
feedback-not-yet-noticed = Різниці ще не помітили люди: { $people }.
feedback-nothing-chosen = Цього разу wijkverband не обрав жодної теми.
feedback-waiting = { $count ->
    [one] Про { $count } тему напишемо пізніше. Цей текст ще перевіряють.
    [few] Про { $count } теми напишемо пізніше. Ці тексти ще перевіряють.
    [many] Про { $count } тем напишемо пізніше. Ці тексти ще перевіряють.
   *[other] Про { $count } теми напишемо пізніше. Ці тексти ще перевіряють.
}
feedback-next = { $day } ви знову отримаєте від нас звістку.
feedback-join = Розкажіть своїми словами, що відбувається. Це завжди можна зробити у вашому чаті.
feedback-join-link = Розкажіть своїми словами, що відбувається. Це завжди можна зробити тут: { $link }
feedback-contact = Хочете поговорити з людиною? { $contact }
feedback-danger = Зараз небезпечно? Телефонуйте 112.
feedback-scan = Відскануйте код телефоном.

file-for-residents = Аркуш для мешканців району { $district }, у форматі PDF
poster-title = Що відбувається в районі { $district }?
poster-lead = Розкажіть нам у повідомленні. Своїми словами.
poster-line = Відскануйте код і розкажіть, що відбувається поруч.
poster-scan = Відскануйте код телефоном
poster-step-tell = Ви розповідаєте, що відбувається.
poster-step-choose = Кожного разу wijkverband обирає 1 або 2 теми.
poster-step-hear = Ви завжди дізнаєтеся, що з цим зробили.
poster-privacy = Ми нікому не передаємо ваше ім'я.
poster-alt = QR-код із посиланням { $link }
poster-done-title = Ось що роблять у районі { $district }
poster-done-lead = Ви розповіли. Wijkverband обрав це.
