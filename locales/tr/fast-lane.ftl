# Hızlı yol: küçük bir istek için mahalle sakininin okudukları. Her dilde bu dosya vardır.
update-fast-yes =
    { your-signals } hakkında haber var.
    Hemen karar verecek kadar küçük bir konuydu. Cevap: evet.
    { $sentence }
    Sorun sürüyor mu? Bize yazın, o zaman bir sonraki dönemde sayılır.
update-fast-yes-soon =
    { your-signals } hakkında haber var.
    Hemen karar verecek kadar küçük bir konuydu. Cevap: evet.
    İki hafta içinde yapılacak.
    Sorun sürüyor mu? Bize yazın, o zaman bir sonraki dönemde sayılır.
update-fast-no =
    { your-signals } hakkında haber var.
    Bunun hemen yapılıp yapılamayacağını sorduk. Cevap: hayır.
    Neden? { $sentence }
    Bildiriminiz bu dönemde sayılmaya devam eder. Onun için de size haber veririz.
status-settled = { $number } ({ $subject }): cevap evet oldu.
