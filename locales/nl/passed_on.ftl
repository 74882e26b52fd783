# Wat een melder leest als het onderwerp bij een ander hoort.
update-referred =
    Nieuws over { your-signals } ({ $title }).
    Uw onderwerp hoort bij { $to }. Daarom pakt het wijkverband het niet zelf op.
    { $sentence }
    Blijft het een probleem? Laat het dan weten, dan telt het mee in de volgende ronde.
