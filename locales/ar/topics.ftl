### المواضيع: عناوينها. يقرؤها السكان الذين يخبرون بشيء مشابه.

topic-title-theme = { topic-theme }
topic-title-theme-at-place = { topic-theme } – { $place }
topic-title-at-place = ملاحظات عن { $place }
topic-title-words = { $words }
topic-title-other = ملاحظات أخرى

topic-theme = { $theme ->
    [waste] القمامة والحاويات
    [litter] النفايات في الشارع
    [dog-mess] فضلات الكلاب
    [rats] الفئران والحشرات
    [parking] مواقف السيارات
    [school-run] المرور أمام المدرسة
    [speeding] السرعة الزائدة
    [through-traffic] المرور العابر
    [crossing] عبور الشارع بأمان
    [scooters] الفات بايك والسكوتر
    [bike-parking] مواقف الدراجات
    [bus] الباص والمواصلات
    [charging] أعمدة الشحن
    [street-light] إنارة الشارع
    [pavement] الأرصفة والطرق
    [playground] ملعب الأطفال
    [green] العناية بالخضرة
    [heat-trees] الأشجار والظل
    [water] الفيضان والصرف الصحي
    [mould] الرطوبة والعفن
    [insulation] البرد والهواء في البيت
    [energy-bill] فاتورة الطاقة
    [money] مشاكل المال
    [housing-shortage] قلة المساكن
    [lift] المصعد المعطل
    [noise] الضجيج
    [youth-nuisance] إزعاج من شباب
    [youth-activities] أنشطة للشباب
    [drugs] المخدرات وبيعها
    [burglary] السرقة
    [vandalism] التخريب
    [fireworks] الألعاب النارية
    [unsafe] الشعور بعدم الأمان
    [loneliness] الوحدة
    [community-centre] مركز الحي
    [gp] طبيب العائلة
    [care] الرعاية ومن يرعى قريباً
    [mental-health] الصحة النفسية
    [language-lessons] دروس الهولندية
    [digital] المساعدة في الاستمارات
    [work-income] العمل والدخل
    [schooling] المدرسة ورعاية الأطفال
    [shops] المحلات
    [newcomers] السكان الجدد
    [neighbours] التواصل مع الجيران
    [neighbour-quarrel] خلاف بين الجيران
    [garden] حديقة الحي
    [benches] المقاعد
    [toilet] مرحاض عام
    [works] أشغال في الشارع أو المبنى
    [air] الدخان والهواء
    [accessibility] سهولة الوصول
    [birds] الطيور والحشرات
    [sports] الرياضة والحركة
    [council] التواصل مع البلدية
    [nightlife] المقاهي والمطاعم
    [smell] روائح كريهة
    [aed] جهاز القلب AED
    [stairwell] المدخل والممر
    [discrimination] التمييز
    [volunteers] المتطوعون
    [repairs] صيانة من المؤجر
    [masts] أبراج الاتصال والإشعاع
    [run-down] الإهمال
    [events] الاحتفالات والأنشطة
   *[other] موضوع
}
