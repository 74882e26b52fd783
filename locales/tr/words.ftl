# Sakinlerin yazdığı kelimeler, virgülle ayrılmış; ilki bizim söylediğimiz kelimedir. `/status` aynı anlama gelir.
command-status = durum, durumum, bildirimlerim, bildirimim
command-stop = dur, durun, durdur, haber istemiyorum
command-start = başla, başlat
command-language = dil, başka dil, türkçe
command-wipe = sil, hepsini sil, her şeyi sil, beni unut, beni unutun
command-data = verilerim, bilgilerim, veriler
command-help = yardım, ?
command-rules = kurallar, kural
command-quiet = sessiz, sessizlik
command-withdraw = geri al, geri çek
command-neighbourhood = mahalle, başka mahalle
command-district = semt, başka semt
command-cancel = vazgeç, vazgeçtim, iptal, geri
# İkinci bir mesajın birincisine nasıl eklendiği.
continues = ve, ayrıca, bir de, ama, fakat, çünkü, örneğin, mesela, üstelik, bu arada
# İnsanların bir şey anlatmadan söyledikleri. Bunlardan bildirim yapmayız.
aside-greeting = merhaba, merhabalar, selam, selamlar, selamün aleyküm, selamünaleyküm, iyi günler, günaydın, iyi akşamlar, iyi geceler, hoşça kalın, görüşürüz, deneme
aside-thanks = teşekkürler, teşekkür ederim, teşekkür ederiz, çok teşekkürler, çok teşekkür ederim, sağ ol, sağ olun, sağolun, eyvallah, tamam, tamamdır, peki, oldu, anladım, anlaşıldı, güzel, iyi, çok iyi, harika, süper
aside-yes = evet, evet evet, olur, tabii, tabi, tabii ki, doğru, aynen, kesinlikle
aside-no = hayır, hayır hayır, yok, değil, olmaz, istemiyorum, istemem, hiç, hiçbir şey, hayır teşekkürler
aside-choice = atla, geç, bitti, devam, devam et, sonra
# Cevabın önüne veya arkasına konan kelimeler.
polite = lütfen, teşekkürler, teşekkür ederim, sağ olun, bence, galiba
# İnsanlar nerede oturduklarını böyle söyler.
living = posta kodum, posta kodu, oturduğum yer, oturduğum semt, oturuyorum, yaşıyorum
# Uygulamanın kelimeleri açıklaması (Telegram menüsü).
menu-status = bildirimlerim ne durumda
menu-stop = artık haber gelmesin
menu-start = yine haber gelsin
menu-language = başka dil
menu-wipe = bana ait her şeyi silin
menu-data = hakkımda neleri saklıyorsunuz
menu-help = yardım
menu-rules = kim karar verir, ne zaman haber alırım
