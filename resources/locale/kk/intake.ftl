# Өтінішхат қабылдау және шешім шеберлері: жазулар, кеңестер, өз бас тартулары.

## Қағидалар мен жағдайлар

rule-intake-required = Бұл өріс бос. Толтырыңыз.
rule-intake-latin-unconfirmed = Ұсынылған латынша жазылу расталмаған. Паспортпен салыстырып, белгі қойыңыз немесе түзетіңіз.
rule-intake-document-dates = Құжат берілген күнінен бұрын аяқталған. Екі күнді де құжатпен салыстырыңыз.
rule-intake-applicant-is-minor = Өтініш беруші 18 жасқа толмаған. Ата-анасымен келсе, оны ата-анасының өтінішхатына енгізіңіз; жалғыз келсе, белгі қойыңыз.
rule-intake-adult-is-minor = Бұл адам 18 жасқа толмаған. Бұл жолды алып тастап, оны бала ретінде қосыңыз.
rule-intake-moment-future = Бұл уақыт әлі келген жоқ. Күні мен сағатын түзетіңіз.
rule-intake-interpreter = Аудармашының аты-жөні де, тілі де керек. Екеуін де толтырыңыз немесе екеуін де бос қалдырыңыз.
rule-intake-representative-basis = Өкілдің құқық негізі көрсетілмеген. Негізін таңдаңыз.
rule-intake-covers = Шешім кімге қатысты екені белгіленбеген. Кемінде бір адамды белгілеңіз.
rule-draft-too-long = Жоба тым үлкен, ол сақталмады. Мәтіндерді қысқартыңыз.
rule-draft-not-yours = Бұл жоба басқа қызметкерге тиесілі. Оны сол қызметкер ашуға тиіс.
rule-draft-gone = Жоба жоқ: ол тіркелген немесе жойылған. Өтінішхатты тізімнен іздеңіз.

## Жақтау

wizard-next = Келесі: { $page }
wizard-back = Артқа
wizard-postpone = Кейін аяқтау
wizard-discard = Жобаны жою
wizard-discard-title = Жоба жойылсын ба?
wizard-discard-text = Терілгеннің бәрі жойылады. Мұны қайтару мүмкін емес.
wizard-discard-yes = Жою
wizard-saved = Жоба сақталды { $time }
wizard-not-saved = Жоба сақталмады
wizard-mistakes = { $count } қатені түзетіңіз

## Қабылдау: қадамдар

intake-title = Жаңа өтінішхат
intake-step-applicant = Өтініш беруші
intake-step-applicant-note = Аты-жөні, туған күні
intake-step-applicant-long = Өтініш берушінің жеке мәліметтері
intake-step-applicant-help = Құжаттағыдай етіп жазыңыз. Жұлдызшамен белгіленген өрістер міндетті.
intake-step-documents = Құжаттар
intake-step-documents-note = Паспорт немесе өз сөзі
intake-step-documents-long = Құжаттар және қосымша мәліметтер
intake-step-documents-help = Құжат болмаса, деректер өз сөзінен жазылады; тіркеу бұған бола тоқтамайды.
intake-step-arrival = Келуі мен себептері
intake-step-arrival-note = Күні, жолы, қауіп
intake-step-arrival-long = Қазақстанға келуі және пана сұрау себептері
intake-step-arrival-help = Кешігу жазылады, бірақ ешқашан тіркеуге кедергі болмайды.
intake-step-stay = Болатын жері
intake-step-stay-note = Мекенжай, аудармашы
intake-step-stay-long = Болатын жері, аудармашы және өкіл
intake-step-stay-help = Мекенжай болатын жері бойынша есепке қоюға жіберілетін жолдамаға түседі.
intake-step-family = Отбасы
intake-step-family-note = Балалар мен ересектер
intake-step-family-long = Отбасы мүшелері
intake-step-family-help = 18 жасқа толмаған балалар бір ғана ата-анасының өтінішхатына енгізіледі; әр ересектің өз өтінішхаты болады.
intake-step-photo = Фотосурет
intake-step-photo-note = Куәлік үшін
intake-step-photo-long = Куәлікке арналған фотосуреттер
intake-step-photo-help = Фотосуретті кейін де қосуға болады; онсыз тіркеуге кедергі жоқ.
intake-step-review = Тексеру
intake-step-review-note = Оқып, тіркеу
intake-step-review-long = Тексеріп, тіркеңіз
intake-step-review-help = Деректерді өтініш берушіге оқып беріңіз. Тіркелген соң түзету жеке акті ретінде жазылады.

## Қабылдау: адам

intake-mrz = Паспорттың машинамен оқылатын жолдары
intake-mrz-hint = Екі немесе үш жолды теріңіз, қойыңыз немесе сканермен оқытыңыз: өрістер толтырылады.
intake-mrz-filled = Паспорттан { $count } өріс толтырылды. Оларды құжатпен салыстырыңыз.
intake-names = Аты-жөні
intake-propose = Латыншасын ұсыну
intake-latin-confirmed = Ұсынылған латынша жазылуды құжатпен салыстырдым
intake-part-family = Тегі
intake-part-given = Аты
intake-part-patronymic = Әкесінің аты
intake-spelling-latin = Латынша
intake-spelling-kk = Қазақша
intake-spelling-ru = Орысша
intake-spelling-native = Төл жазуы
intake-family-latin = Тегі, латынша
intake-given-latin = Аты, латынша
intake-patronymic-latin = Әкесінің аты, латынша
intake-family-kk = Тегі, қазақша
intake-given-kk = Аты, қазақша
intake-patronymic-kk = Әкесінің аты, қазақша
intake-family-ru = Тегі, орысша
intake-given-ru = Аты, орысша
intake-patronymic-ru = Әкесінің аты, орысша
intake-family-native = Тегі, төл жазуы
intake-given-native = Аты, төл жазуы
intake-patronymic-native = Әкесінің аты, төл жазуы
intake-birth = Туған күні
intake-birth-hint = 31.12.1986, 12.1986, 1986 немесе ~1986
intake-sex = Жынысы
intake-citizenship = Азаматтығы
intake-citizenship-hint = Теріп іздеңіз
intake-citizenship2 = Тағы бір азаматтығы
intake-undetermined = Анықталмаған
intake-stateless = Азаматтығы жоқ адам
intake-residence-country = Тұрақты тұратын елі
intake-residence-hint = Белгілі болса
intake-unaccompanied = Ата-анасыз және заңды өкілдерінсіз келген: жеке іс ашылсын
intake-unaccompanied-short = Ата-анасыз келген бала
intake-minor-note = Өтініш беруші 18 жасқа толмаған. Заңның 10-бабының 5-тармағы бойынша бала ата-анасының бірінің өтінішхатына енгізіледі. Жалғыз келсе ғана жеке іс ашылады (10-баптың 7-тармағы).
intake-minor-alone-note = Жеке іс ашылады, бала өз куәлігін алады. Тіркелген күні қорғаншылық және қамқоршылық органына жолдама беріледі, ата-анасын іздеу басталады.

## Қабылдау: құжаттар

intake-document-first = Жеке басын куәландыратын құжат
intake-document-second = Тағы бір құжат
intake-doc-type = Түрі
intake-doc-number = Нөмірі
intake-doc-series = Сериясы
intake-doc-country = Берген ел
intake-doc-seen = Қалай көрсетілді
intake-doc-issued = Берілген күні
intake-doc-valid = Қолданылу мерзімі
intake-doc-issuer = Берген орган
intake-from-words = Деректер өз сөзінен жазылды
intake-more = Қосымша мәліметтер
intake-iin = ЖСН
intake-iin-hint = Болса: 12 цифр
intake-language = Ана тілі
intake-marital = Отбасы жағдайы
intake-birth-place = Туған жері
intake-father = Әкесінің аты-жөні
intake-mother = Анасының аты-жөні

## Қабылдау: келуі мен себептері

intake-date-hint = Мысалы, 08.06.2026
intake-moment-hint = Мысалы, 08.06.2026 10:00
intake-way = Өтінішхат қалай келді
intake-lodged-at = Берілген уақыты, қазір болмаса
intake-entered-on = Қазақстанға келген күні
intake-entered-at = Шекараны кесіп өткен уақыты
intake-learned-on = Қауіп туралы білген күні
intake-lodged-at-border = Шекарада берілген уақыты
intake-border-receipt = Шекара қолхатының нөмірі
intake-detained-at = Ұсталған уақыты
intake-notified-at = Хабарлама түскен уақыт
intake-detaining-body = Ұстаған орган
intake-arrival-way = Қалай кірді
intake-place = Келген жері
intake-place-hint = Өткізу пункті немесе елді мекен
intake-transport = Көлігі
intake-claim = Пана сұрау себептері
intake-reasons = Заңның 1-бабы бойынша қудалау белгілері
intake-account = Мән-жайларды баяндау
intake-fears = Қайтса, неден қорқады
intake-late-days = Өтінішхат { $last } күнінен { $count } күн кеш берілді. Бұл жазылады, бірақ тіркеуге кедергі емес. Себебін сұраңыз.
intake-late-hours = Өтінішхат { $count } сағат кеш берілді; соңғы күн { $last } болатын. Бұл жазылады, бірақ тіркеуге кедергі емес. Себебін сұраңыз.
intake-late-reason = Кешігу себебі

## Қабылдау: болатын жері

intake-stay = Болатын жері
intake-kato = Өңір
intake-address = Мекенжай
intake-address-hint = Елді мекен, көше, үй
intake-phone = Телефон
intake-interpreter = Аудармашы
intake-interpreter-name = Аудармашының аты-жөні
intake-interpreter-language = Аударма тілі
intake-interpreter-basis = Негізі
intake-interpreter-basis-staff = қызметкер
intake-interpreter-basis-contract = шарт бойынша
intake-interpreter-basis-volunteer = ерікті
intake-representative = Өкіл немесе қорғаншы
intake-representative-name = Өкілдің аты-жөні
intake-representative-basis = Өкілдік негізі
intake-representative-basis-law = заңды өкіл
intake-representative-basis-guardian = қорғаншы немесе қамқоршы
intake-representative-basis-power = сенімхат
intake-representative-basis-other = өзге негіз
intake-representative-number = Құжат нөмірі
intake-representative-on = Құжат күні
intake-guardian-note = Бала жалғыз келді. Қорғаншысы белгілі болса, осында жазыңыз; белгісіз болса, қорғаншылық және қамқоршылық органына жолдама бәрібір беріледі.

## Қабылдау: отбасы

intake-add-minor = Бала қосу
intake-add-adult = Ересек қосу
intake-add-elsewhere = Басқа жердегі туысын қосу
intake-family-none = Отбасы мүшелері қосылмаған. Өтініш беруші жалғыз келсе, осылай қалдырып, келесі бетке өтіңіз.
intake-column-name = Аты-жөні
intake-column-relation = Туыстығы
intake-column-birth = Туған күні
intake-column-citizenship = Азаматтығы
intake-column-place = Орны
intake-place-minor = осы өтінішхатта
intake-place-minor-verbal = осы өтінішхатта, өз сөзінен
intake-place-adult = жеке өтінішхат
intake-place-adult-verbal = жеке өтінішхат
intake-place-elsewhere = басқа жерде
intake-place-elsewhere-verbal = басқа жерде
intake-edit = Өзгерту
intake-edit-row = Өзгерту: { $name }
intake-remove = Алып тастау
intake-remove-row = Алып тастау: { $name }
intake-remove-title = Бұл жол алынып тасталсын ба?
intake-remove-text = { $name } туралы терілген мәліметтер жойылады.
intake-remove-yes = Алып тастау
intake-member-minor = Бала
intake-member-adult = Ересек отбасы мүшесі
intake-member-elsewhere = Басқа жердегі туысы
intake-member-done = Дайын
intake-member-remove = Алып тастау
intake-adult-note = Ересек адамның өз өтінішхаты және өз куәлігі болады. Келуі, себептері және мекенжайы басқаша көрсетілмесе, өтініш берушімен бірдей.
intake-relation = Өтініш берушіге кім болады
intake-birth-document = Туу туралы құжат
intake-birth-doc-type = Құжат түрі
intake-birth-doc-number = Құжат нөмірі
intake-verbal = Туу туралы құжат жоқ: өз сөзінен жазылды, кейін көрсетіледі
intake-arrived-with = Өтініш берушімен бірге келді
intake-relative-name = Туысының аты-жөні
intake-tracing = Оны іздеу керек
intake-own-circumstances = Өтініш берушіден айырмашылығы
intake-same-arrival = Келуі өтініш берушімен бірдей
intake-same-claim = Себептері өтініш берушімен бірдей
intake-same-stay = Мекенжайы өтініш берушімен бірдей

## Қабылдау: фотосурет

intake-photo-of = Фотосурет: { $name }
intake-photo-hint = 35 × 45 мм пішіміне қиылады

## Қабылдау: тексеру

intake-register = Тіркеу
intake-registering = Тіркелуде…
intake-change = Өзгерту
intake-change-applicant = Өзгерту: Өтініш беруші
intake-change-documents = Өзгерту: Құжаттар
intake-change-arrival = Өзгерту: Келуі мен себептері
intake-change-stay = Өзгерту: Болатын жері
intake-change-family = Өзгерту: Отбасы
intake-review-wrong = Тіркеу үшін мынаны түзетіңіз
intake-review-promise = Тіркегенде
intake-promise-applications = { $count } өтінішхат тіркеледі
intake-promise-certificates = { $until } дейін жарамды { $count } пана іздеген адам куәлігі беріледі
intake-promise-minors = куәлікке { $count } бала енгізіледі
intake-promise-decision = шешім { $on } күніне дейін қабылдануға тиіс
intake-promise-referrals = жолдамалар: { $list }
intake-promise-late-days = өтінішхаттың { $count } күн кеш берілгені жазылады
intake-promise-late-hours = өтінішхаттың { $count } сағат кеш берілгені жазылады
intake-family-alone = { $name } жалғыз өтініш береді.

## Шешім

decision-wizard-title = Шешім
decision-step-kind = Шешім түрі
decision-step-kind-note = Түрі мен күні
decision-step-kind-long = Шешім түрі мен күні
decision-step-kind-help = Негізді және шешімді комиссия таңдайды; бағдарлама ештеңе ұсынбайды.
decision-step-reasons = Негіздер
decision-step-reasons-note = Уәждер, адамдар
decision-step-reasons-long = Негіздер мен уәждер
decision-step-reasons-help = Әр негізге жазбаша уәж керек.
decision-step-review = Тексеру
decision-step-review-note = Оқып, жазу
decision-step-review-long = Тексеріп, шешімді жазыңыз
decision-step-review-help = Жазылған шешім өзгертілмейді; ол тек күшін жояды немесе түзетіледі.
intake-review-case = Өтінішхат нөмірі
decision-field-kind = Комиссияның шешімі
decision-choice-grant = Мәртебе беру
decision-choice-grant-derivative = Отбасының қосылуы үшін беру
decision-choice-refuse = Бас тарту
decision-choice-postpone = Кейінге қалдыру
decision-field-on = Шешім күні
decision-fingerprints = Дактилоскопиялық тіркеу
decision-fingerprints-open = Дактилоскопиялық тіркеу: нәтижесі әлі жазылмаған.
decision-fingerprints-done = Дактилоскопиялық тіркеуден өтті.
decision-fingerprints-refused = Дактилоскопиялық тіркеуден бас тартты.
decision-fingerprints-impossible = Дактилоскопиялық тіркеу мүмкін болмады.
decision-fingerprints-not-required = Дактилоскопиялық тіркеу талап етілмейді.
decision-blocked = Мәртебе әзірге берілмейді (Заңның 10-бабының 6-тармағы, 11-бабының 1-тармағы). Төменде нәтижені жазыңыз немесе шешімді кейінге қалдырыңыз.
decision-answer-result = Нәтижесі
decision-answer-reason = Себебі
decision-answer-basis = Құқықтық негізі
decision-answer-confirmed = Кім растады
decision-answer-reference = Анықтама нөмірі
decision-answer-record = Нәтижені жазу
decision-override = Қағидадан ауытқу себебі
decision-override-hint = Тек 2024 жылға дейін тіркелген өтінішхаттар үшін
decision-tracing = Бала жалғыз келген, ал ата-анасы туралы мәлімет әлі жоқ (Заңның 11-бабының 3-тармағы). Үш ай тоқтамайды: шешімді кейінге қалдыруды қарастырыңыз.
decision-choose-postpone = Кейінге қалдыру
decision-grounds = Заңның 12-бабы бойынша негіздер
decision-ground-reason = { $code } негізінің уәжі
decision-ground-subcode = { $code } негізінің бөлігі
decision-ground-restricted = шектеулі
decision-no-grounds = Негіздерді комиссия тек бас тартқанда таңдайды.
decision-until = Қай күнге дейін
decision-until-limits = { $strict } күніне дейін (тіркелген күннен бір жыл); ең кеші { $hard }.
decision-reason = Кейінге қалдыру себебі
decision-note = Ескертпе
decision-covers = Шешім кімге қатысты
decision-record = Шешімді жазу
decision-recording = Жазылуда…
decision-review-promise = Жазғанда
decision-promise-grant = { $to } дейін мәртебе беріледі; босқын куәлігін бес жұмыс күні ішінде беру керек
decision-promise-refuse = бас тарту шешімі жазылады; көшірмесін бес жұмыс күні ішінде тапсыру керек
decision-promise-notices = уәкілетті органға және ішкі істер органдарына бес жұмыс күні ішінде хабарлау керек
decision-promise-postpone = шешім { $until } күніне дейін кейінге қалдырылады; жаңа куәлік беріледі
decision-change-kind = Өзгерту: Шешім түрі
decision-change-reasons = Өзгерту: Негіздер
