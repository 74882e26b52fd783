# Bir sakinin okuduğu her şey. Kısa cümleler, "siz", ünlem işareti yok.
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
    Merhaba. { $district } semtinde neler olduğunu burada kısaca anlatabilirsiniz. İçinizden geldiği gibi yazın.
    Sonra ne olur? Wijkverband semtteki kurumların ve sakinlerin ortak grubudur. Her dönem 1 veya 2 konu seçer. Sonucu size her zaman bildiririz.
    Adınızı kimseye vermeyiz. Mesajınızı 3 ay sonra sileriz. İsterseniz her şeyi hemen siliriz: sil yazın.
    Şu anda tehlike mi var? 112'yi arayın.
resident-welcome-anywhere =
    Merhaba. Oturduğunuz yerde neler olduğunu burada kısaca anlatabilirsiniz. İçinizden geldiği gibi yazın.
    Sonra ne olur? Wijkverband semtteki kurumların ve sakinlerin ortak grubudur. Her dönem 1 veya 2 konu seçer. Sonucu size her zaman bildiririz.
    Adınızı kimseye vermeyiz. Mesajınızı 3 ay sonra sileriz. İsterseniz her şeyi hemen siliriz: sil yazın.
    Şu anda tehlike mi var? 112'yi arayın.
resident-other-language = Başka dil / Andere taal
resident-what-is-kept = Neleri saklıyorsunuz?

resident-ask-district = Hangi semtte (wijk) oturuyorsunuz? Seçin, ya da adını veya posta kodunuzun 4 rakamını yazın.
resident-held-ask-district = Teşekkürler, mesajınız kaydedildi. Bu hangi semtte (wijk)? Seçin, ya da adını veya posta kodunuzun 4 rakamını yazın.
resident-help-district = Sorun değil. Posta kodunuzun 4 rakamını veya sokağınızın adını yazın. Anlattıklarınız kayıtlı kalır.
resident-district-chosen = Teşekkürler. Şimdi { $district } semtinde neler olduğunu anlatın. İçinizden geldiği gibi yazın.

resident-receipt =
    Teşekkürler. { $number } numaralı bildiriminiz kaydedildi.
    En geç { $promise } tarihinde bizden haber alırsınız.
resident-receipt-cut =
    Teşekkürler. { $number } numaralı bildiriminiz kaydedildi.
    Mesajınız çok uzundu. İlk { $kept } karakteri sakladık.
    En geç { $promise } tarihinde bizden haber alırsınız.
resident-read-first =
    { $receipt }
    Bildiriminiz bir kişi ya da bir grup hakkında. Bu yüzden onu önce semtin koordinatörü okur.
    Evet derse bildiriminiz sayılır. Sözleriniz wijkverband'a gitmiyor.
resident-kept-apart =
    { $number } numaralı bildiriminiz hakkında haber var.
    Koordinatör onu okudu. Bir kişi ya da grup hakkında olduğu için wijkverband'a gitmiyor.
    Bir insanla konuşmak ister misiniz? Yardım yazın. Şu anda tehlike mi var? 112'yi arayın.
resident-looked-up =
    Bunu size açıkça söylemek istiyoruz. { $on } günü sistem yöneticisi, { $number } numaralı bildiriminizin hangi sohbetten geldiğine baktı.
    { $why ->
        [danger] Nedeni: birisi tehlikedeydi.
       *[order] Nedeni: polis veya mahkeme bunu zorunlu kıldı.
    }
    Bunun gerekli olduğuna iki kişi birlikte karar verdi. Biz yalnızca sohbetinizin adresini biliyoruz, adınızı bilmiyoruz.
    Sorunuz mu var? yardım yazın.
resident-changed =
    Değiştirildi. { $number } numaralı bildiriminiz artık yazdığınız gibi.
    En geç { $promise } tarihinde bizden haber alırsınız.
resident-added = { $number } numaralı bildirime eklendi.
resident-not-right = Yanlış olmuş
resident-withdraw = Geri al
resident-type-again = { $number } numaralı bildirimi doğru haliyle yeniden yazın. Eskisinin yerine bunu koyarız.
resident-too-late = { $number } numaralı bildirim artık wijkverband'da. Eklemek istediğinizi yeni bir mesaj olarak yazın.
resident-withdrawn = { $number } numaralı bildirim geri alındı ve silindi.
resident-nothing-to-withdraw = Bu bildirim artık yok. Bildirimlerinizi görmek için durum yazın.
resident-slow-down = Teşekkürler. Hepsi kaydedildi. Çok mesaj gönderiyorsunuz. Bu yüzden bir saat boyunca her mesaja cevap vermiyoruz.

resident-ask-neighbourhood = Bu hangi mahallede (buurt)?
resident-do-not-know = Bilmiyorum
resident-no-neighbourhoods = Bu semtte mahalle seçmenize gerek yok.
resident-thanks = Teşekkürler.
resident-thanks-place = Teşekkürler. Artık hangi mahalle olduğunu biliyoruz.
resident-place-kept = Teşekkürler. Burası { $neighbourhood }. Tam yeri saklamıyoruz.
resident-what-is-there = Konum için teşekkürler. Orada ne oluyor? Bir cümleyle yazın.
resident-ask-topic = Komşular buna benzer bir şey anlattı. Aynı konu mu? Bazı adlar Hollandaca.
resident-other-topic = Başka bir şey
resident-same-topic = { $people ->
    [one] Teşekkürler. Şimdi bunu 1 kişi söylüyor.
   *[other] Teşekkürler. Şimdi bunu { $people } kişi söylüyor.
}
resident-what-is-missing = Neresi hâlâ iyi değil? Bir cümleyle yazın. Bir sonraki dönemde bunu da ele alırız.

resident-old-button = Bu düğme artık çalışmıyor. Bildirimlerinizin ne durumda olduğunu görmek için durum yazın.
resident-cannot-read = Bunu okuyamıyorum. Neler olduğunu bir cümleyle yazın veya bir fotoğraf gönderin.
resident-cannot-hear = Henüz sesli mesaj dinleyemiyorum. Neler olduğunu bir cümleyle yazın.
resident-cannot-decrypt = Mesajınızı henüz açamıyorum. Bir dakika sonra yeniden gönderin.
resident-empty = Mesajınız boştu. Neler olduğunu bir cümleyle yazın.
resident-cancelled = Tamam, bu soruyu bırakıyoruz. Neler olduğunu her zaman yazabilirsiniz.
resident-hello = Merhaba. Neler olduğunu bir cümleyle yazın. Bildirimleriniz için durum yazın.
resident-you-are-welcome = Rica ederiz.
resident-no-question = Şu anda açık bir soru yok. Neler olduğunu bir cümleyle yazın.
resident-not-a-choice = Bu cevap seçenekler arasında yok. Başka birini seçin, ya da neler olduğunu yazın.
resident-no-words = Hiç kelime görmüyorum. Neler olduğunu bir cümleyle yazın.
resident-unknown-command = Bu kelimeyi bilmiyorum. Neler yapabileceğinizi görmek için yardım yazın, ya da neler olduğunu anlatın.
resident-not-for-you = Bu kelime semtte görevi olanlar için. Neler olduğunu bir cümleyle yazın.
resident-photo-only = Fotoğraf için teşekkürler. Fotoğrafta ne görülüyor? Bir cümleyle yazın.
resident-photo-refused = { $number } numaralı bildirimdeki fotoğrafı açamıyoruz. Fotoğraf kaydedilmedi. { $words ->
    [yes] Yazdıklarınız kaydedildi.
   *[no] Fotoğrafta ne var? Bir cümleyle yazın.
} Başka bir fotoğraf gönderebilirsiniz.

danger-now =
    Şu anda tehlike mi var? 112'yi arayın. Mesajları hemen okumuyoruz.
    Acil değil ama polis mi gerekiyor? 0900-8844'ü arayın.
    Bunu bildirim olarak saklamamızı ister misiniz?
danger-suicide =
    İntiharı mı düşünüyorsunuz? Bunu biriyle konuşun. 113'ü veya 0800-0113'ü arayın: ücretsiz, gece gündüz. 113.nl adresinde yazışabilirsiniz.
    Şu anda tehlike mi var? 112'yi arayın. Mesajları hemen okumuyoruz.
    Bunu bildirim olarak saklamamızı ister misiniz?
danger-home =
    Şu anda tehlike mi var? 112'yi arayın. Mesajları hemen okumuyoruz.
    Evde şiddet mi var? Veilig Thuis'i arayın: 0800-2000, ücretsiz, gece gündüz.
    Bunu bildirim olarak saklamamızı ister misiniz?
danger-changed = Değiştirildi. Bunu bildirim olarak saklamamızı ister misiniz?
danger-drop = Hayır
danger-keep = Evet, adres ve isim olmadan
danger-kept =
    { $number } numarasıyla saklandı. Bunu semtin koordinatörü okur.
    Wijkverband bunu görmez. Şimdi yardım ister misiniz? Yukarıdaki numarayı arayın.
danger-with-coordinator = { $number } numaralı bildirim artık semtin koordinatöründe. Eklemek istediğinizi yeni bir mesaj olarak yazın.
danger-dropped = Tamam. Bunu saklamıyoruz.

status-none = Henüz bildiriminiz yok. Neler olduğunu bir cümleyle yazın.
status-list = { $count ->
    [one] Bildiriminiz:
   *[other] { $count } bildiriminiz:
}
    { $lines }
status-collected = { $number } ({ $subject }): kaydedildi. En geç { $promise } tarihinde bizden haber alırsınız.
status-on-table = { $number } ({ $subject }): wijkverband'da. En geç { $promise } tarihinde bizden haber alırsınız.
status-chosen = { $number } ({ $subject }): seçildi. En geç { $promise } tarihinde yine haber alırsınız.
status-not-chosen = { $number } ({ $subject }): bu kez seçilmedi.
status-started = { $number } ({ $subject }): çalışma başladı.
status-delayed = { $number } ({ $subject }): daha uzun sürüyor.
status-done = { $number } ({ $subject }): iş tamamlandı.
status-impossible = { $number } ({ $subject }): yapılamıyor.
status-more = { $count ->
    [one] Ve 1 eski bildirim daha.
   *[other] Ve { $count } eski bildirim daha.
}
status-apart = { $number } ({ $subject }): kaydedildi. Bunu koordinatör okur, wijkverband okumaz.
status-stopped = Şu anda bizden haber almıyorsunuz. Yeniden almak için başla yazın.

your-signals = { $count ->
   *[one] { $number } numaralı bildiriminiz
    [other] { $number } numaralı bildirimleriniz
}
signals-and = { $first } ve { $last }
update-chosen =
    { your-signals } hakkında haber var ({ $title }).
    Wijkverband bu konuyu { $decided_on } tarihinde seçti.
    Ne yapacağız? { $sentence }
    İlk adım { $first_step_on } tarihine kadar atılacak. Bizden { $next_on } tarihinde yine haber alırsınız.
update-not-chosen =
    { your-signals } hakkında haber var ({ $title }).
    Wijkverband konunuzu bu kez seçmedi.
    Neden? { $sentence }
    Sorun sürüyor mu? Bize yazın, o zaman bir sonraki dönemde sayılır.
update-not-among-five =
    { your-signals } hakkında haber var ({ $title }).
    Wijkverband her dönem beş konu arasından seçer. Sizin konunuz bu kez aralarında değildi.
    Daha çok kişi başka bir şey söyledi. Wijkverband bu sorunu biliyor.
    Sorun sürüyor mu? Bize yazın, o zaman bir sonraki dönemde sayılır.
update-started =
    { your-signals } hakkında haber var ({ $title }).
    Çalışma başladı. { $sentence }
update-delayed =
    { your-signals } hakkında haber var ({ $title }).
    Düşündüğümüzden uzun sürüyor. { $sentence }
update-done =
    { your-signals } hakkında haber var ({ $title }).
    İş tamamlandı. { $sentence }
    Bir fark görüyor musunuz?
update-impossible =
    { your-signals } hakkında haber var ({ $title }).
    Yapılamıyor. { $sentence }
    Sorun sürüyor mu? Bize yazın, o zaman bir sonraki dönemde sayılır.
update-no-news =
    { your-signals } hakkında.
    Size bugün haber vereceğimize söz vermiştik. Henüz haber yok, ama sorduk.
    Sizi unutmadık. En geç { $next_on } tarihinde bizden haber alırsınız.
effect-yes = Evet
effect-some = Biraz
effect-no = Hayır
effect-unknown = Bilmiyorum

language-ask = Hangi dili istersiniz? / Welke taal wilt u?
language-set = Tamam. Artık sizinle Türkçe konuşuyoruz.

privacy-what-is-kept =
    Yazdıklarınızı, mahallenizi, dilinizi ve size cevap vermek için bir adresi saklarız. Adınızı ve telefon numaranızı saklamayız.
    Kim okur? Semtin koordinatörü. Wijkverband yalnızca konuları ve kişi sayılarını görür.
    Mesajınızı 3 ay sonra sileriz. İsterseniz her şeyi hemen siliriz: sil yazın.
    2 yıl boyunca sizden haber almazsak size ait her şeyi sileriz.
    Neleri sakladığımızı görmek ister misiniz? Verilerim yazın.
privacy-data =
    Sizinle ilgili sakladıklarımız bunlar.
    Bildirimler: { $count }
    Fotoğraflar: { $photos }
    Size gönderdiğimiz haberler: { $updates }
    Semt (wijk): { $district }
    Mahalle (buurt): { $neighbourhood }
    Dil: { $language }
    Görev: { $roles }
    Bir de size cevap vermek için bir adres. Ad yok, telefon numarası yok.
privacy-unknown = henüz bilinmiyor
privacy-role = { $role ->
    [professional] profesyonel
    [volunteer] gönüllü
    [expert] deneyim uzmanı
    [partner] wijkverband üyesi
    [coordinator] koordinatör
   *[resident] sakin
}
privacy-data-file = Hepsi bu dosyada da var, bilgisayarlar için bir biçimde. Açmanız gerekmez.
privacy-data-signals =
    Bunları anlattınız:
    { $lines }
privacy-data-signal = { $number }, { $on }: { $photos ->
    [only] yalnızca bir fotoğraf
    [with] { $text } (fotoğraflı)
   *[none] { $text }
}
privacy-data-follows = { $number }: bu bildirimi takip ediyorsunuz
privacy-data-older = { $count ->
    [one] Daha eski 1 bildirim dosyada var.
   *[other] Daha eski { $count } bildirim dosyada var.
}
privacy-ask-wipe = { $count ->
    [0] Gerçekten her şey silinsin mi? O zaman sizin hakkınızda hiçbir şey bilmeyiz.
    [one] Gerçekten her şey silinsin mi? Bildiriminiz silinir ve bizden artık haber almazsınız.
   *[other] Gerçekten her şey silinsin mi? { $count } bildiriminiz silinir ve bizden artık haber almazsınız.
}
privacy-wipe = Evet, hepsini sil
privacy-keep = Hayır, silme
privacy-wiped = Size ait her şey silindi. İleride yine bir şey anlatmak isterseniz, yazmanız yeter.
privacy-not-wiped = Tamam. Hiçbir şey silinmedi.
privacy-stopped = Tamam. Artık haber almayacaksınız. Bildirimleriniz yine de sayılır. Yeniden haber almak için başla yazın.
privacy-started = Tamam. Bildirimlerinizle ilgili yine haber alacaksınız.

help =
    Neler olduğunu yazmanız yeter.
    Bu kelimeler her zaman çalışır: durum, dur, başla, dil, sessiz, mahalle, geri al, verilerim, sil, kurallar.
    Şu anda tehlike mi var? 112'yi arayın.
help-with-person =
    Neler olduğunu yazmanız yeter.
    Bu kelimeler her zaman çalışır: durum, dur, başla, dil, sessiz, mahalle, geri al, verilerim, sil, kurallar.
    Bir insanla mı konuşmak istersiniz? Hollandaca: { $contact }
    Şu anda tehlike mi var? 112'yi arayın.
rules =
    { $district } semtinde işler böyle yürür.
    Siz neler olduğunu anlatırsınız. Bu dönem { $ends } gününün sonuna kadar sürer.
    Sonra wijkverband en çok kişinin söylediği beş konuyu konuşur.
    Wijkverband'da belediye, bakım, sosyal hizmet, konut kurumu, polis ve sakinler vardır. Onlar 1 veya 2 konu seçer.
    Neyin konuşulacağında sizin etkiniz vardır. Ne yapılacağına onlar karar verir. Bu bir oylama değildir.
    Neyi seçtiklerini ve nedenini en geç { $promise } tarihinde öğrenirsiniz.
rules-anywhere =
    Siz oturduğunuz yerde neler olduğunu anlatırsınız.
    Wijkverband her dönem 1 veya 2 konu seçer.
    Ne olduğunu ve nedenini her zaman öğrenirsiniz.

joining-professional =
    Hoş geldiniz. Artık { $district } semtinde profesyonelsiniz.
    Bir sakin için iki kısa soruyu doldurmak için uitvraag yazın. 20 saniye sürer.
joining-volunteer =
    Hoş geldiniz. Artık { $district } semtinde gönüllüsünüz.
    Bir mahalle sohbetini kaydetmek için gesprek yazın.
joining-expert =
    Hoş geldiniz. Artık { $district } semtinde deneyim uzmanısınız.
    Her metni sakinlerden önce siz görürsünüz. Bekleyen var mı diye bakmak için controleer yazın.
joining-partner =
    Hoş geldiniz. Artık { $district } wijkverband'ındasınız.
    Dönem bitince siz de seçersiniz. Çalışmaları görmek için acties yazın.
joining-coordinator =
    Hoş geldiniz. Artık { $district } koordinatörüsünüz.
    Neyin beklediğini görmek için wacht yazın. Birine görev vermek için uitnodigen yazın. Konular için onderwerpen yazın.
joining-room = Bu grup artık { $district } wijkverband'ına bağlı. Dönem sonunda ilk 5 konu buraya gelir.
joining-follow = Hoş geldiniz. { $district } semtindeki { $number } numaralı bildirimle ne olduğunu bizden öğrenirsiniz.
joining-unknown = Bu kodu tanımıyoruz. Doğru yazıldığına bakın veya yeni bir kod isteyin.
joining-used = Bu kod artık geçerli değil. Daha önce kullanıldı veya bir grupta yazıldı. Yeni bir kod isteyin.
joining-expired = Bu kodun süresi geçmiş. Yeni bir kod isteyin.
joining-too-many-tries = Çok fazla kod denendi. Bir saat sonra yeniden deneyin.
joining-in-a-room = Bu kod wijkverband grubu için. Kodu o gruba yapıştırın.
joining-burnt = Bir grupta bu kodu herkes okuyabilir. Bu yüzden artık geçerli değil. Kodu yapan kişiye haber veriyoruz. O kişi yeni bir kod gönderebilir.
joining-unbound-room = Merhaba. Bu grup henüz bir wijkverband'a bağlı değil. Koordinatörün kodunu buraya yapıştırın. Kod gelmezse yarın çıkarım.
resident-card-with-news = { $news }
file-report = { $district } için ilk 5 konu, PDF olarak
file-qr = Telefonla okutmak için QR kodu
file-data = Sizinle ilgili sakladığımız her şey
# Bir günden uzun bir sessizlikten sonra: Telegram alınmayan mesajları siler.
resident-silence =
    { $days ->
        [same] { $last } tarihinde
       *[apart] { $first } ile { $last } arasında
    } bir süre mesaj alamadık.
    O sırada yazdınız ve cevap almadınız mı? O zaman mesajınız bize ulaşmamış olabilir.
    Lütfen bir kez daha gönderin.
    Yazmadınız mı? O zaman bir şey yapmanız gerekmez. Daha önce yazdıklarınız kayıtlı.
# Yedekten geri yükledikten sonra, ve bir süre mesaj göndermediğimizde.
resident-restored =
    Bilgisayarımız bozuldu. { $days ->
        [same] { $last } tarihinde
       *[apart] { $first } ile { $last } arasında
    } yazdıklarınız kaybolmuş olabilir.
    O sırada yazdınız mı? Numara aldıysanız bile lütfen bir kez daha gönderin.
    Yazmadınız mı? O zaman bir şey yapmanız gerekmez. Daha önce yazdıklarınız kayıtlı.
resident-paused = Şu anda bir süre mesaj göndermiyoruz. Yazdıklarınızı saklıyoruz. Cevabı daha sonra alırsınız.
