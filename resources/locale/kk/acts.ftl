# The case page: the short forms of the days after registration, and what the overview tells of them.

## The page

acts-more = Басқа әрекеттер
acts-row-record = Жазу
acts-person = Кім туралы
acts-language = Тілі
acts-late-reason = Кешігу себебі, кешіксе
acts-restricted = Тек комиссия көретін мәлімет
acts-office-hint = Өңірдің үш әрпі мен екі цифр: AST01

## Duties and hearing

acts-leaflet = Жадынама берілді
acts-leaflet-note = Адам түсінетін тілдегі құқықтар мен міндеттер туралы жадынама.
acts-leaflet-language = Жадынама тілі
acts-interpreter = Аудармашы тартылды
acts-interpreter-name = Аудармашының аты-жөні
acts-representative = Өкілі, қорғаншысы
acts-representative-name = Өкілдің аты-жөні
acts-interview = Әңгімелесу өтті
acts-interview-officer = Әңгімелескен қызметкер
acts-interview-record = Әңгімелесу жазбасы
acts-evidence = Дәлел қосу
acts-evidence-about = Не туралы
acts-evidence-link = Қай туысының ісіне қатысты
acts-evidence-text = Дәлелдің мазмұны
acts-document = Құжат көрсетілді
acts-document-series = Сериясы
acts-document-country = Берген ел
acts-citizenship = Азаматтығы анықталды
acts-citizenship-found = Азаматтығы
acts-citizenship-document = Немен расталады
acts-citizenship-reason = азаматтығы анықталды
acts-request = Жолдама жіберілді
acts-request-to = Қайда жіберілді
acts-register = Өтінішхатты тіркеу
acts-register-note = Өтінішхатқа нөмір беріледі, пана іздеген адам куәлігі бүгінгі күнмен беріледі.
acts-lateness = Кешігу себебі
acts-lateness-why = Неге кешікті
acts-lateness-first = Мәртебе беру туралы өтінішхат кеш берілген.
acts-lateness-extension = Ұзарту туралы өтініш кеш берілген.
acts-stage = Ішкі кезең орындалды
acts-stage-which = Қай кезең
acts-assign = Жауапты орындаушы
acts-assign-user = Кіру аты
acts-assign-user-hint = Мысалы, a-omarova

## Extension and lapse

acts-extension = Ұзарту туралы өтініш
acts-extension-note = Кешігіп берілген өтініш те қабылданады; кешігуі белгіленеді.
acts-extension-decision = Ұзарту туралы шешім
acts-extension-kind-extend = Ұзарту
acts-extension-kind-refuse-extend = Ұзартудан бас тарту
acts-extension-reason = Комиссияның уәжі
acts-extension-reason-hint = Бас тартқанда міндетті: бұрынғы мән-жайлар неге енді сақталмаған
acts-extension-withdrawn = Ұзарту өтініші қайтарылды
acts-extension-statement = Қолы қойылған өтініш
acts-extension-pending = Ұзарту туралы өтініш қаралуда
acts-extension-late = { $days } күн кешікті
acts-lapse = Мәртебе мерзімі өтті
acts-lapse-note = Мәртебе тоқтайды, босқын куәлігі де онымен бірге аяқталады. Ұзарту туралы өтініш болса, алдымен соны жазыңыз.

## Appeals and certificates

acts-appeal = Шағым берілді
acts-appeals = Шағымдар
acts-appeal-which = Қай шағым
acts-appeal-decision-which = Қай шешімге
acts-appeal-level = Сатысы
acts-appeal-level-pre-trial = жоғары тұрған орган
acts-appeal-level-court-first = бірінші саты соты
acts-appeal-level-court-appeal = апелляция
acts-appeal-level-court-cassation = кассация
acts-appeal-on = Берілген күні
acts-appeal-body = Органның немесе соттың атауы
acts-appeal-reason = Шағымның кешігу себебі
acts-appeal-decision = Шағым бойынша шешім
acts-appeal-result = Нәтижесі
acts-appeal-result-dismissed = бас тартылды
acts-appeal-result-allowed = қанағаттандырылды
acts-appeal-result-allowed-partly = ішінара қанағаттандырылды
acts-appeal-result-withdrawn = қайтарып алынды
acts-appeal-result-not-considered = қараусыз қалдырылды
acts-appeal-effect = Шешім не болады
acts-appeal-effect-annulled = күші жойылды
acts-appeal-effect-remitted = қайта қарауға жіберілді
acts-appeal-effect-stands = күшінде қалады
acts-learnt = Қашан білгенін жазу
acts-reopen = Істі қайта ашу
acts-appeal-effect-restored = күші қалпына келді
acts-appeal-force = Акт күшіне енді
acts-appeal-force-on = Күшіне енген күні
acts-appeal-force-hint = Сот актісі үшін; белгісіз болса, бос қалдырыңыз
acts-appeal-number = Актінің нөмірі
acts-certificate-end = Куәліктің аяқталуы
acts-certificate-end-how = Не болды
acts-certificate-end-reason = Мән-жайы

## Families and moves

acts-own-file = 18 жаста: жеке іс
acts-own-file-note = 18 жасқа толған адамға жеке іс пен куәлік беріледі, ол ата-анасының ісінен шығады.
acts-own-file-who = Кім 18 жасқа толды
acts-decide-child = Бала бойынша шешім
acts-decide-child-note = Өтініш берушіге қатысты шешімнен кейін тізімге енген бала.
acts-departure = Кететінін хабарлады
acts-departure-on = Хабарлаған күні
acts-departure-planned = Қашан кетеді
acts-departure-country = Қай елге
acts-departure-for-good = Біржола кетеді
acts-departure-whole = Істегі балалармен бірге
acts-leave = Есептен шығару
acts-leave-note = Іс басқа орган оны қабылдап алғанша осында қалады.
acts-leave-to = Қай мекемеге
acts-arrive = Есепке қою
acts-arrive-from = Қай мекемеден
acts-arrive-on = Келген күні
acts-arrive-recorded = Есепке қойылған күні

## The stay

acts-stay = Болу құқығы
acts-stay-open = қорғалған, соңғы күні белгісіз ({ $reading })
acts-stay-until = { $on } дейін қорғалған ({ $reading })
acts-stay-ended = { $on } күні аяқталды
acts-stay-by-l-8-1-5 = Заңның 8-б. 1-т. 5) тармақшасы
acts-stay-by-f-37 = мекеме баптауы: шағым мерзімі
acts-stay-by-l-9-1-1 = мәртебесі бар, Заңның 9-бабы
acts-stay-departure = Кету мерзімі, анықтама үшін
acts-stay-departure-open = қорғау аяқталғанша жүрмейді

## What these forms refuse

rule-acts-reason-missing = Себебі көрсетілмеген. Шағымның неге кеш берілгенін жазыңыз.
