# Sakinlere verilen sözler: henüz haber yok ve ne zaman yazabileceğimiz.
promises-no-news =
    { your-signals } hakkında.
    Size bugün haber vereceğimize söz vermiştik. Henüz haber yok. { $why }
    Sizi unutmadık. En geç { $next_on } tarihinde bizden haber alırsınız.
promises-no-news-again =
    { your-signals } hakkında.
    Size bugün haber vereceğimize söz vermiştik. Yine haber yok. Bu artık { $times } kez oldu.
    { $why }
    Bu doğru değil. Semtin koordinatörüne bildirdik. En geç { $next_on } tarihinde bizden haber alırsınız.
promises-reason = Neden? { $sentence }
promises-why = { $cause ->
    [undecided] Wijkverband seçimini henüz bitirmedi.
    [collecting] Wijkverband seçimini henüz bitirmedi.
    [words] Cevap var. Metni hâlâ kontrol ediyoruz.
    [owner] Bu işi yapan kişi nasıl gittiğini bize henüz bildirmedi.
   *[unknown] Nedenini henüz bilmiyoruz.
}
promises-done =
    { your-signals } hakkında haber var ({ $title }).
    İş tamamlandı. { $sentence }

# Ne zaman yazabiliriz
promises-quiet-ask =
    Size ne zaman haber gönderebiliriz?
    Şu anki seçim: { $now }.
    Kendiniz bir şey sorduğunuzda her zaman hemen cevap veririz.
promises-quiet = { $quiet ->
    [none] Her zaman
    [all-but-day] Yalnızca gündüz, saat 9 ile 18 arası
   *[night] Saat 21 ile 8 arası olmasın
}
promises-quiet-set = { $quiet ->
    [none] Tamam. Haber olur olmaz size göndeririz.
    [all-but-day] Tamam. Size yalnızca saat 9 ile 18 arasında haber göndeririz.
   *[night] Tamam. Saat 21 ile 8 arasında size haber göndermeyiz.
} Değiştirmek için sessiz yazın.
promises-data =
    { $data }
    Haber gelebilir: { $quiet }
