# Терезенің беттері: ашу, алғашқы іске қосу, бүгін, істер, іс, құжаттар, алмасу, баптаулар.

## The window

pages-tagline = Босқын мәртебесі рәсімінің бағдарламасы
pages-section-work = ЖҰМЫС
pages-section-system = ЖҮЙЕ
pages-today = Бүгін
pages-cases = Істер
pages-case = Іс
pages-paper = Құжат
pages-paper-number = Нөмірі
pages-exchange = Алмасу
pages-help = Анықтама
pages-settings = Баптаулар
pages-wizard = Тіркеу және шешім
pages-new = Жаңа өтінішхат
pages-open = Істі ашу
pages-on = Күні
pages-reason = Себебі
pages-record = Жазу
pages-photo = Фотосурет
pages-date-example = 31.12.2026
pages-by-program = бағдарлама
pages-banner-demo = Көрсету мекемесі: адамдардың бәрі ойдан шығарылған.
pages-banner-test = Тексеру қоймасы: деректер жұмысқа арналмаған.
pages-banner-clock = Сағат тоқтатылған: { $at }.
pages-fault = Бағдарламада қате шықты
pages-fault-text = Қойма құлыпталды, жазылған деректер сақталды. Есепті орталық органға жіберіңіз, онда жеке деректер жоқ: { $place }

## Before the store is open

pages-looking = Қойма ізделуде…
pages-making-demo = Көрсету мекемесі дайындалуда…
pages-locking = Қойма құлыпталуда…
pages-unlock-title = Қойманы ашу
pages-unlock-demo = Көрсету мекемесі: құпия сөз жазылып тұр, «Ашу» түймесін басыңыз.
pages-unlock = Ашу
pages-unlocking = Ашылуда…
pages-user = Қызметкер
pages-passphrase = Құпия сөз
pages-first-office = Мекеме
pages-first-office-note = Орталық орган берген деректер
pages-first-administrator = Әкімші
pages-first-administrator-note = Аты-жөні мен құпия сөз
pages-first-recovery = Қалпына келтіру парағы
pages-first-recovery-note = Сейфке салынады
pages-first-office-title = Мекеме және жұмыс орны
pages-first-office-text = Код пен жұмыс орнының нөмірін орталық орган береді. Олар қоймамен бірге тұрақты сақталады және кейін өзгермейді.
pages-first-administrator-title = Бірінші қызметкер
pages-first-administrator-text = Қойманы осы адам ашады. Құпия сөзді бағдарлама ешқайда жазбайды.
pages-first-recovery-title = Қалпына келтіру парағы
pages-first-recovery-text = Құпия сөз ұмытылса, қойманы тек осы код ашады. Парақты қазір басып шығарып, сейфке салыңыз: ол екінші рет көрсетілмейді.
pages-recovery-have = Парақ менде
pages-next-step = Келесі
pages-make-store = Қойма жасау
pages-making-store = Қойма жасалуда…
pages-begin = Жұмысты бастау
pages-office = Мекеме
pages-office-kind = Мекеме түрі
pages-office-region = Өңір
pages-office-code = Мекеме коды
pages-office-code-hint = Өңірдің үш әрпі мен екі цифр: ALA01
pages-office-workstation = Жұмыс орнының нөмірі
pages-office-fixed = Кейін өзгермейді
pages-office-name-kk = Мекеме атауы қазақша
pages-office-name-ru = Мекеме атауы орысша
pages-admin = Кіру аты
pages-admin-hint = Кіші латын әріптері, мысалы a-omarova
pages-admin-name = Аты-жөні
pages-admin-name-hint = Құжаттарда осылай жазылады
pages-passphrase-hint = Кемінде 10 таңба; бірнеше сөзді есте сақтау оңай
pages-passphrase-again = Құпия сөз тағы бір рет
pages-strength-short = Құпия сөз әлі қысқа.
pages-strength-fair = Құпия сөз жарайды; тағы бір сөз қосылса, берігірек болады.
pages-strength-good = Құпия сөз берік.

## Today

pages-today-greeting = Сәлеметсіз бе, { $name }!
pages-today-late = Мерзімі өткен
pages-today-soon = Үш күнде
pages-today-week = Осы аптада
pages-today-no-late = Мерзімі өткен ештеңе жоқ.
pages-today-no-soon = Үш күн ішінде ештеңе жоқ.
pages-today-no-week = Осы аптада басқа ештеңе жоқ.
pages-today-register = Тізілім
pages-today-drafts = Аяқталмаған жобалар
pages-today-no-drafts = Аяқталмаған жоба жоқ.
pages-draft-register-application = Өтінішхат
pages-draft-take-decision = Шешім
pages-draft-other = Жоба

## The list

pages-cases-search = Аты-жөні, іс немесе құжат № · Ctrl+K
pages-cases-list = Істер тізімі
pages-cases-number = Іс №
pages-cases-name = Аты-жөні
pages-cases-birth = Туған күні
pages-cases-citizenship = Азаматтығы
pages-cases-status = Мәртебесі
pages-cases-due = Жақын мерзім
pages-cases-registered = Тіркелген
pages-cases-none = Ештеңе табылмады
pages-cases-none-next = Басқа жазылуын немесе іс нөмірін теріп көріңіз, не сүзгіні алып тастаңыз.
pages-cases-all = Бәрін көрсету
pages-filter-all = Барлығы
pages-filter-asylum-seeker = Пана іздеген
pages-filter-refugee = Босқын
pages-filter-refused = Бас тартылған
pages-filter-intention = Ниет білдірген
pages-filter-closed = Жабылған
pages-filter-due = Мерзімі жақын
pages-order = Реті
pages-order-name = Аты-жөні бойынша
pages-order-number = Іс нөмірі бойынша
pages-order-registered = Тіркелген күні бойынша
pages-order-due = Мерзімі бойынша
pages-order-status = Мәртебесі бойынша
pages-order-down = Кері ретпен
pages-panel = Қарау панелі
pages-preview = Таңдалған іс
pages-preview-none = Тізімнен адамды таңдаңыз.
pages-place = Істе
pages-place-applicant = өтініш беруші
pages-place-minor = кәмелетке толмаған
pages-place-struck = шығарылған
pages-no-deadlines = Ашық мерзім жоқ.

## The case file

pages-case-overview = Мәліметтер
pages-case-family = Отбасы
pages-case-history = Барысы
pages-case-deadlines = Мерзімдер
pages-case-papers = Құжаттар
pages-held-by = Істі { $holder } жұмыс орны жүргізеді. Мұнда оны тек оқуға болады.
pages-status-since = { $on } тіркелген
pages-status-until = { $on } дейін
pages-group-person = ӨТІНІШ БЕРУШІ
pages-group-application = ӨТІНІШХАТ
pages-group-claim = ПАНА СҰРАУ СЕБЕПТЕРІ
pages-group-stay = БОЛАТЫН ЖЕРІ
pages-sex = Жынысы
pages-birth-place = Туған жері
pages-residence = Тұрған елі
pages-marital = Отбасылық жағдайы
pages-languages = Тілдері
pages-documents = Құжаттары
pages-from-words = өз сөзінен жазылған
pages-iin = ЖСН
pages-lodged = Берілген уақыты
pages-way = Жүгіну тәсілі
pages-entered = Елге кірген күні
pages-entry-place = Кірген жері
pages-late = Кешігуі
pages-late-days = { $days } күн
pages-late-hours = { $hours } сағат
pages-certificate = Куәлік
pages-valid-to = Жарамды
pages-border-receipt = Шекара қолхаты
pages-reasons = Қудалау себептері
pages-account = Баяны
pages-address = Мекенжайы
pages-stay-since = Қай күннен
pages-phone = Телефоны
pages-interpreter = Аудармашы
pages-interpreter-language = Аударма тілі
pages-representative = Өкілі
pages-minors = Кәмелетке толмағандар
pages-minor = Бала
pages-relatives = Туыстары және олардың істері
pages-no-minors = Бұл өтінішхатта бала жоқ.
pages-no-relatives = Туыстары көрсетілмеген.
pages-relation = Туыстығы
pages-age = Жасы
pages-birth-document = Туу туралы құжаты
pages-verbal = сөзінен жазылған
pages-tasks = МЕРЗІМСІЗ ТАПСЫРМАЛАР
pages-next = Келесі қадам
pages-next-none = Бұл істе сіз қазір ештеңе жаза алмайсыз.
pages-act-fingerprints = Дактилоскопия
pages-act-booklet = Босқын куәлігі
pages-act-decision = Шешім қабылдау
pages-act-serve = Шешім тапсырылды
pages-act-notice = Хабар жіберілді
pages-act-certificate = Жаңа куәлік беру
pages-act-certificate-note = Жаңа куәлік үш айға беріледі, бұрынғысы ауыстырылады.
pages-act-postpone = Кейінге қалдыру
pages-act-postpone-note = Куәлік те жаңасымен ауыстырылады.
pages-act-consent = Келісімін жазу
pages-act-prove = Туу құжаты көрсетілді
pages-act-answer = Жолдамаға жауап
pages-act-photo = Фотосурет қосу
pages-act-note = Ескертпе қосу
pages-act-withdraw = Өтінішхат қайтарылды
pages-act-withdraw-note = Іс жабылады, куәлік қайтарылады.
pages-act-close = Істі жабу
pages-answer-to = Қай жолдамаға
pages-answer-result = Нәтижесі
pages-answer-reference = Анықтама нөмірі
pages-answer-basis = Құқықтық негізі
pages-answer-confirmed = Кім растады
pages-postpone-until = Қай күнге дейін
pages-postpone-reason = Қандай қосымша тексеру қажет
pages-consent-given = Отбасының қосылуы үшін мәртебеге келісе ме
pages-consent-yes = келісті
pages-consent-no = келіспеді
pages-serve-way = Қалай тапсырылды
pages-serve-on = Тапсырылған күні
pages-serve-learnt = Адам білген күн
pages-serve-proof = Растайтын құжат
pages-notice-to = Кімге
pages-notice-way = Қалай
pages-document-type = Құжат түрі
pages-document-number = Құжат нөмірі
pages-document-issued = Берілген күні
pages-document-issuer = Кім берді
pages-certificate-note = Ескертпе, қажет болса
pages-certificate-blank = Бланк нөмірі, бар болса
pages-certificate-blank-hint = Мысалы, AB12345678
pages-certificate-late = Кешігу себебі, болса
pages-close-code = Жабу себебі
pages-note = Ескертпе мәтіні

## Papers

pages-sheet = Тілі
pages-sheet-kk = Қазақша
pages-sheet-ru = Орысша
pages-sheet-kk-ru = Қазақша және орысша
pages-issued-on = Берілген
pages-no-papers = Бұл іс бойынша құжат әлі басылған жоқ.
pages-make-paper = Құжат жасау
pages-save-pdf = PDF сақтау
pages-print = Басып шығару
pages-saved = Файл сақталды.
pages-printed = Принтерге жіберілді.
pages-zoom-in = Үлкейту (Ctrl +)
pages-zoom-out = Кішірейту (Ctrl −)
pages-zoom-fit = Ені бойынша
pages-page-of = { $pages } беттің { $page }-беті
pages-preview-paper = Құжаттың көрінісі

## Exchange

pages-export = Орталық органға жіберу
pages-export-note = Жаңа жазбалардың бәрі шифрланып, флешкаға жазылады, содан кейін қайта оқылып салыстырылады.
pages-export-choose = Қалтаны немесе флешканы таңдау…
pages-export-done = Пакет жазылды және қайта оқылды.
pages-export-last = Соңғы жіберу
pages-export-never = әлі жіберілмеген
pages-import = Пакетті қабылдау
pages-import-note = Пакеттің қолтаңбасы мен тұтастығы тексеріледі: ол не толық қабылданады, не ештеңе өзгермейді.
pages-import-choose = Флешканы таңдау…
pages-import-done = Пакеттер қабылданды.
pages-import-part = Пакеттердің кейбірі қабылданбады; себебін төменнен оқыңыз.
pages-progress = Орындалуы
pages-enrolment = Тіркелу және кілттер
pages-enrol-state = Жағдайы
pages-enrol-none = сұрау жасалмаған
pages-enrol-requested = жауап күтілуде
pages-enrol-certified = куәландырылған
pages-enrol-centre = Орталық орган
pages-enrol-fingerprint = Кілт таңбасы
pages-enrol-first = Алдымен жұмыс орнын орталық органда тіркеңіз: төмендегі сұрау файлынан бастаңыз.
pages-enrol-request = Сұрау файлы…
pages-enrol-install = Жауапты орнату…
pages-enrol-request-done = Сұрау файлы жазылды. Оны орталық органға жеткізіп, кілт таңбасын телефонмен салыстырыңыз.
pages-enrol-install-done = Жауап орнатылды. Орталық орган таңбасы: { $fingerprint }
pages-receipt = Соңғы әрекеттің қолхаты
pages-receipt-none = Осы отырыста әлі алмасу болған жоқ.
pages-receipt-refused = { $file } қабылданбады: { $why }
pages-receipt-known = { $sender } жіберген № { $no } пакет бұрын қабылданған ({ $file }). Ештеңе өзгерген жоқ.
pages-workstation = Жұмыс орны
pages-tile-none = Алмасу бапталмаған
pages-tile-ready = Алмасуға дайын

## Settings

pages-looks = Тіл және түс
pages-language = Экран тілі
pages-mode = Түсі
pages-mode-light = жарық
pages-mode-dark = қараңғы
pages-store = Қойма және бағдарлама
pages-store-folder = Қойма қалтасы
pages-store-purpose = Мақсаты
pages-version = Нұсқасы
pages-verify = Қойманы тексеру
pages-verify-note = Тексеру журналдың әр жазбасын қайта есептейді, ештеңені өзгертпейді.
pages-verifying = Тексерілуде…
pages-keys = Пернелер
pages-key-search = Іздеу
pages-key-new = Жаңа өтінішхат
pages-key-lock = Құлыптау
pages-key-help = Осы бет туралы анықтама
pages-key-back = Алдыңғы бет
pages-key-open = Тізімдегі істі ашу
pages-key-zoom = Құжатты үлкейту, кішірейту
pages-key-choice = Таңдау тізімін ашу

## Help

pages-help-topics = Тақырыптар

## What these pages refuse, and what may go wrong

rule-pages-date-missing = Күн көрсетілмеген. Күнін енгізіңіз, мысалы 31.12.2026.
rule-pages-document-missing = Құжат нөмірі көрсетілмеген. Көрсетілген құжаттың нөмірін енгізіңіз.
rule-pages-choice-missing = Ештеңе таңдалмаған. Тізімнен біреуін таңдаңыз.
rule-pages-text-missing = Мәтін бос. Ескертпені жазыңыз немесе терезені жабыңыз.
trouble-pages-printer = Принтер басып шығаруды бастамады. Оның қосулы екенін тексеріп, қайталаңыз, немесе PDF сақтаңыз.

## Counts

pages-cases-count = { $count } адам
pages-cases-found = { $total } адамнан { $count } табылды
pages-cases-first = Алғашқы { $count } адам көрсетілген; сөз қосып нақтылаңыз
pages-export-receipts = Мекемелерге растама жіберу
pages-export-receipts-note = Қабылданған пакеттердің растамасы флешкаға жазылады; мекеме соған дейін жазбаларын қайта жібереді.
pages-export-waiting = Орталық әлі растамаған жазба: { $count }
pages-verify-whole = Қойма бүтін: { $entries } жазба, { $cases } іс тексерілді.
pages-verify-damaged = Қоймада { $count } зақым табылды: { $first }. Жұмысты тоқтатып, орталық органға хабарлаңыз.
pages-receipt-export = № { $no } пакет жазылды: { $entries } жазба, { $blobs } қосымша. Файл: { $file }. Таңбасы: { $sha }. Флешканы орталық органға жеткізіңіз.
pages-receipt-import = { $sender } жіберген № { $no } пакет қабылданды: { $entries } жаңа жазба, жаңа істер: { $fresh }, өзгерген істер: { $changed }, қосымшалар: { $blobs }.
pages-receipt-doubt = Қайшы жазбалар: { $count }; олар қарауға қалдырылды.
