### Konular: başlıkları. Benzer bir şey anlatan sakinler okur.

topic-title-theme = { topic-theme }
topic-title-theme-at-place = { topic-theme } – { $place }
topic-title-at-place = { $place } hakkında bildirimler
topic-title-words = { $words }
topic-title-other = Diğer bildirimler

topic-theme = { $theme ->
    [waste] Çöp ve konteynerler
    [litter] Yerdeki çöpler
    [dog-mess] Köpek pisliği
    [rats] Fareler ve haşereler
    [parking] Park yeri
    [school-run] Okul önünde trafik
    [speeding] Hızlı araç kullanma
    [through-traffic] Kestirme geçen trafik
    [crossing] Güvenli karşıya geçme
    [scooters] Fatbike ve scooterlar
    [bike-parking] Bisiklet park yeri
    [bus] Otobüs ve ulaşım
    [charging] Araç şarj direkleri
    [street-light] Sokak aydınlatması
    [pavement] Kaldırımlar ve yollar
    [playground] Çocuk parkı
    [green] Yeşil alanların bakımı
    [heat-trees] Ağaçlar ve gölge
    [water] Su baskını ve kanalizasyon
    [mould] Rutubet ve küf
    [insulation] Evde soğuk ve hava akımı
    [energy-bill] Enerji faturası
    [money] Para sıkıntısı
    [housing-shortage] Konut azlığı
    [lift] Bozuk asansör
    [noise] Gürültü
    [youth-nuisance] Gençlerin verdiği rahatsızlık
    [youth-activities] Gençler için etkinlikler
    [drugs] Uyuşturucu ve satışı
    [burglary] Hırsızlık
    [vandalism] Eşyaya zarar verme
    [fireworks] Havai fişek
    [unsafe] Güvensizlik duygusu
    [loneliness] Yalnızlık
    [community-centre] Mahalle evi
    [gp] Aile hekimi
    [care] Bakım ve yakınına bakanlar
    [mental-health] Ruh sağlığı
    [language-lessons] Hollandaca dersleri
    [digital] Formlarla ilgili yardım
    [work-income] İş ve gelir
    [schooling] Okul ve çocuk bakımı
    [shops] Dükkânlar
    [newcomers] Yeni gelenler
    [neighbours] Komşularla tanışma
    [neighbour-quarrel] Komşu kavgası
    [garden] Mahalle bahçesi
    [benches] Banklar
    [toilet] Umumi tuvalet
    [works] Sokakta veya binada çalışma
    [air] Duman ve hava
    [accessibility] Erişilebilirlik
    [birds] Kuşlar ve böcekler
    [sports] Spor ve hareket
    [council] Belediyeyle iletişim
    [nightlife] Kafe ve restoranlar
    [smell] Kötü koku
    [aed] AED (kalp cihazı)
    [stairwell] Apartman girişi ve koridor
    [discrimination] Ayrımcılık
    [volunteers] Gönüllüler
    [repairs] Ev sahibinin yaptığı bakım
    [masts] Baz istasyonları ve radyasyon
    [run-down] Bakımsızlık
    [events] Şenlikler ve etkinlikler
   *[other] Konu
}
