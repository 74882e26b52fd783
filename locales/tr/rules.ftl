### Wijkverband'ın anlaştığı kurallar. Okuyanlar: semt sakinleri. Anlaşma metinleri Hollandacadır.
rules-agreed =
    { $district } semtinde işler böyle yürür.
    Siz semtte neler olduğunu anlatırsınız. Bu dönem { $ends } tarihine kadar sürer.
    Ne yapıldığını ve nedenini en geç { $promise } tarihinde öğrenirsiniz.
    Anlaşmalar şunlardır:
rules-then = { $first }
    { $second }
rules-in-dutch = Anlaşmaların metni Hollandacadır.
rules-agreement = { rules-theme }
    { $lines }
rules-line = { rules-part }: { $words }
rules-part = { $part ->
    [question] Semtin sorusu
    [result] Sizin fark edeceğiniz
    [form] Nasıl katılırsınız
    [effect] Kim karar verir
    [feedback] Size ne bildirilir
    [influence] Etkileyebildiğiniz konular
    [no-influence] Etkileyemediğiniz konular
   *[rung] Katılımın basamağı
}
rules-theme = { $theme ->
    [residents] Semt sakinleri
    [housing] Konut
    [surroundings] Çevre ve hizmetler
    [work] İş ve gelir
    [care] Sağlık ve bakım
    [traffic] Trafik
    [safety] Güvenlik
    [together] Birlikte yaşamak ve katılmak
   *[other] { $theme }
}
rules-rung-line = { rules-part }: { rules-rung }. { rules-rung-means }
rules-rung = { $rung ->
    [inform] Bilgi almak
    [consult] Fikir söylemek
    [advise] Tavsiye vermek
    [co-produce] Birlikte hazırlamak
    [co-decide] Birlikte karar vermek
   *[initiative] Sakinler kendileri başlatır
}
rules-rung-means = { $rung ->
    [inform] Wijkverband karar verir ve ne olacağını anlatır.
    [consult] Sakinler fikrini söyler. Kararı wijkverband verir.
    [advise] Sakinler tavsiye verir. Wijkverband uymazsa nedenini söyler.
    [co-produce] Sakinler ve wijkverband planı birlikte hazırlar.
    [co-decide] Sakinler ve wijkverband birlikte karar verir.
   *[initiative] Sakinler düşünür ve yapar. Wijkverband yardım eder.
}
rules-more = { $count ->
    [one] Bir anlaşma daha var. Koordinatöre sorun.
   *[other] { $count } anlaşma daha var. Koordinatöre sorun.
}
