# Bir sakinin haber olduğunda okudukları: sohbette, bültende, sitede ve duvarda.
telling-in-dutch = Hollandaca: { $sentence }
update-asked =
    { your-signals } hakkında ({ $title }).
    Çalışma sürüyor. Başka haber henüz yok: onu en geç { $next_on } tarihinde alırsınız.
    İşe yarayıp yaramadığını bilmek istiyoruz. Bir fark görüyor musunuz?

feedback-title = { $district }: anlattıklarınızla ilgili ne yapılıyor
feedback-lead = { $people ->
    [0] Sakinler { $ends } tarihine kadar { $district } semtinde neler olduğunu anlattı. Ne yapıldığını burada okuyabilirsiniz.
   *[other] { $people } kişi { $ends } tarihine kadar { $district } semtinde neler olduğunu anlattı. Ne yapıldığını burada okuyabilirsiniz.
}
feedback-empty = { $ends } tarihine kadar { $district } mahallesinden bildirim gelmedi.
feedback-heard-title = Ne duyduk
feedback-doing-title = Ne yapıyoruz
feedback-not-title = Şimdi ne olmuyor ve neden
feedback-next-title = Ne zaman yeni haber var?
feedback-join-title = Yazmak veya katılmak
feedback-heard = { $people ->
    [0] { $title }
   *[other] { $title } ({ $people } kişi)
}
feedback-words = { $title }: { $sentence }
feedback-owner = Bunu yapan: { $owner }.
feedback-first-step = İlk adım { $day } tarihine kadar atılacak.
feedback-check = { $day } tarihinde işe yarıyor mu diye bakacağız.
feedback-status = { $status ->
    [started] Çalışma başladı.
    [delayed] Düşündüğümüzden uzun sürüyor.
    [done] İş tamamlandı.
   *[impossible] Yapılamıyor.
} { $sentence }
feedback-referred = Bu konu şuraya ait: { $to }.
feedback-noticed = { $people } kişi fark gördüğünü söylüyor.
feedback-not-yet-noticed = { $people } kişi henüz fark görmüyor.
feedback-nothing-chosen = Wijkverband bu dönem hiçbir konu seçmedi.
feedback-waiting = { $count ->
    [one] 1 konu hakkında daha sonra bilgi alacaksınız. O yazı hâlâ kontrol ediliyor.
   *[other] { $count } konu hakkında daha sonra bilgi alacaksınız. O yazılar hâlâ kontrol ediliyor.
}
feedback-next = { $day } tarihinde bizden yine haber alırsınız.
feedback-join = Neler olduğunu kendi kelimelerinizle anlatın. Bunu sohbetinizde her zaman yapabilirsiniz.
feedback-join-link = Neler olduğunu kendi kelimelerinizle anlatın. Her zaman buradan yapabilirsiniz: { $link }
feedback-contact = Bir insanla mı konuşmak istersiniz? { $contact }
feedback-danger = Şu anda tehlike mi var? 112'yi arayın.
feedback-scan = Kodu telefonunuzla okutun.

file-for-residents = { $district } sakinleri için kağıt, PDF olarak
poster-title = { $district } semtinde neler oluyor?
poster-lead = Bize bir mesajla anlatın. Kendi kelimelerinizle.
poster-line = Kodu okutun ve mahallenizde neler olduğunu anlatın.
poster-scan = Kodu telefonunuzla okutun
poster-step-tell = Neler olduğunu anlatırsınız.
poster-step-choose = Wijkverband her dönem 1 veya 2 konu seçer.
poster-step-hear = Ne yapıldığını her zaman öğrenirsiniz.
poster-privacy = Adınızı kimseye vermiyoruz.
poster-alt = Bağlantılı QR kodu: { $link }
poster-done-title = { $district } semtinde bunlar yapılıyor
poster-done-lead = Siz anlattınız. Wijkverband bunu seçti.
