# Konu başkasına aitse bildiren kişinin okuduğu metin.
update-referred =
    { your-signals } hakkında haber var ({ $title }).
    Bu konuyla başkası ilgileniyor: { $to }. Bu yüzden wijkverband konuyu kendisi ele almıyor.
    { $sentence }
    Sorun sürüyor mu? Bize yazın, o zaman bir sonraki dönemde sayılır.
