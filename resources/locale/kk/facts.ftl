# Әр фактіге бір жол: істің барысы мен командалық жол үшін. Негіздер тек саналады, аталмайды.

fact-newer-program = Бағдарламаның жаңарақ нұсқасы жазған; мазмұнын көру үшін бағдарламаны жаңартыңыз.
fact-erased = Жазбаның мазмұны заңды түрде жойылған; журналдағы орны ғана сақталған.
fact-someone = мұнда аталмаған адам

fact-case-opened = { $source ->
    [border] Іс { $opened_on } күні ашылды: өтінішхат шекарада қабылданды
    [detention] Іс { $opened_on } күні ашылды: адам ұсталған
    [card] Іс { $opened_on } күні отбасы карточкасы бойынша ашылды
    [turned_18] Іс { $opened_on } күні ашылды: адам 18 жасқа толды
    [unaccompanied] Іс { $opened_on } күні ашылды: бала ата-анасыз келген
    [split] Іс { $opened_on } күні ашылды: басқа істен бөлінді
    [taken_over] Іс { $opened_on } күні ашылды: қағаздан көшірілді
   *[other] Іс { $opened_on } күні ашылды
 }
fact-person-recorded = { $place ->
    [minor] Бала жазылды: { $full_name }, туған күні { $born }
   *[other] Өтініш беруші жазылды: { $full_name }, туған күні { $born }
 }{ $from_words ->
    [true] {", өз сөзінен"}
   *[other] {""}
 }
fact-document-shown = { $type_name }{ $document ->
    [none] {""}
   *[other] {" "}{ $document }
 }: { $seen_name }
fact-photo-taken = Фотосурет түсірілді: { $person }
fact-stay-stated = Болатын жері, { $from_on } күнінен бастап: { $address }
fact-arrival-stated = Келуі: { $way_name }{ $entered ->
    [none] {""}
   *[other] , { $entered }
 }{ $learned_on ->
    [none] {""}
   *[other] ; қауіп туралы білген күні { $learned_on }
 }
fact-claim-stated = Пана сұрау себептері жазылды
fact-representative-named = Өкілі: { $name }; кімнің өкілі: { $person }
fact-interpreter-engaged = Аудармашы қатысты: { $name }, { $language_name }
fact-minor-listed = Бала өтінішхатқа енгізілді: { $person }, { $relation_name }{ $verbal ->
    [true] {", сөзінен жазылды, туу туралы құжатты көрсету керек"}
   *[other] {""}
 }
fact-minor-proven = Туу туралы құжат көрсетілді: { $person }, { $document }
fact-minor-struck = Бала { $on } күні өтінішхаттан шығарылды: { $person }, { $reason ->
    [turned_18] 18 жасқа толды
    [own_file] жеке іс ашылды
    [other_parent] ата-анасының екіншісінің өтінішхатына көшірілді
   *[error] қате енгізілген
 }
fact-relative-stated = Туысы: { $name }, { $relation_name }{ $here ->
    [true] , Қазақстанда
   *[other] , басқа жерде
 }
fact-family-tied = Отбасы: { $cases } іс байланыстырылды
fact-detention-notified = Ұстау туралы хабар алынды { $received_at }; ұсталған уақыты { $detained_at }{ $body ->
    [none] {""}
   *[other] ; орган: { $body }
 }{ $late ->
    [none] {""}
   *[other] ; хабар кешігіп келген
 }
fact-application-lodged = { $kind ->
    [extension] Ұзарту туралы өтініш берілді { $lodged_at }
   *[other] Өтінішхат берілді { $lodged_at }, { $way_name }
 }{ $border_receipt ->
    [none] {""}
   *[other] , қолхат { $border_receipt }
 }{ $late_days ->
    [0] {""}
   *[other] , { $late_days } күн кешікті
 }{ $late_hours ->
    [0] {""}
   *[other] , { $late_hours } сағат кешікті
 }
fact-application-registered = { $number } өтінішхаты { $registered_on } күні тіркелді
fact-application-withdrawn = Адам өтінішхатын қайтарып алды: { $on }
fact-case-closed = Іс { $on } күні жабылды: { $code_name }
fact-request-sent = Жолдама берілді { $on }: { $to_name } ({ $person })
fact-request-answered = { $result ->
    [not_required] { $request }: талап етілмейді ({ $reason }; { $basis }; растаған: { $confirmed_by })
   *[other] { $request }: { $result_name } { $on }
 }
fact-consideration-postponed = { $on } № { $number } шешім: түпкілікті шешім { $until } күніне дейін кейінге қалдырылды
fact-consent-recorded = { $given ->
    [true] Отбасының қосылуы үшін мәртебеге келісім берілді { $on }: { $person }
   *[other] Отбасының қосылуы үшін мәртебеге келісім берілмеді { $on }: { $person }
 }
fact-decision-taken = { $kind ->
    [grant] { $on } № { $number } шешім: босқын мәртебесі { $from_on } – { $to_on } мерзіміне берілді
    [grant_derivative] { $on } № { $number } шешім: босқын мәртебесі отбасының қосылуы үшін { $from_on } – { $to_on } мерзіміне берілді
    [refuse] { $on } № { $number } шешім: босқын мәртебесін беруден бас тартылды
    [extend] { $on } № { $number } шешім: босқын мәртебесі { $from_on } – { $to_on } мерзіміне ұзартылды
    [refuse_extend] { $on } № { $number } шешім: босқын мәртебесін ұзартудан бас тартылды
    [deprive] { $on } № { $number } шешім: босқын мәртебесінен айырылды
   *[terminate] { $on } № { $number } шешім: босқын мәртебесі тоқтатылды
 }{ $grounds ->
    [0] {""}
   *[other] ; { $grounds } негіз
 }{ $override ->
    [none] {""}
   *[other] ; қағидадан жазбаша себебімен ауытқу бар
 }
fact-decision-served = { $way ->
    [post] № { $number } шешімнің көшірмесі пошта арқылы жіберілді { $on }
   *[hand] № { $number } шешімнің көшірмесі тапсырылды { $on }
 }{ $learnt_on ->
    [none] {""}
   *[other] ; адам білген күн { $learnt_on }
 }
fact-notice-sent = № { $decision } шешім туралы хабар берілді { $on }: { $to_name }, { $way_name }
fact-certificate-issued = { $kind ->
    [refugee] Босқын куәлігі { $number } берілді { $issued_on }, { $valid_to } күніне дейін жарамды
   *[asylum] Пана іздеген адамның куәлігі { $number } берілді { $issued_on }, { $valid_to } күніне дейін жарамды
 }{ $minors ->
    [0] {""}
   *[other] , ішінде { $minors } бала
 }{ $replaces ->
    [none] {""}
   *[other] , { $replaces } орнына
 }
fact-certificate-ended = { $number } куәлігі { $on } күнінен бастап жарамсыз: { $how_name }
fact-paper-issued = Құжат жасалды { $on }: { $form_name }{ $number ->
    [none] {""}
   *[other] , { $number }
 }
fact-note-add = Ескертпе: { $text }

fact-office-opened = Мекеме ашылды: { $code }, { $name }
fact-setting-changed = Баптау өзгертілді: { $key_name } = { $value }
fact-chain-genesis = Қойма жасалды: { $office }, жұмыс орны { $workstation }, { $purpose_name }
fact-user-added = Қызметкер қосылды: { $name }
fact-role-given = Рөл берілді: { $user }, { $role_name }
fact-session-opened = Кірді: { $user }
fact-session-closed = Шықты: { $user }
fact-paper-reprinted = { $way ->
    [saved] Берілген құжат қайта сақталды
   *[printed] Берілген құжат қайта басылды
 }
fact-bundle-written = { $to } үшін № { $no } пакет жазылды, қайта оқылып салыстырылды: { $entries } жазба
fact-sync-import = { $sender } жіберген № { $no } пакет жүктелді: { $entries } жазба
fact-store-verified = { $result ->
    [whole] Қойма тексерілді, ол бүтін: { $entries } жазба
   *[damaged] Қойма тексерілді, бүлінген жер табылды: { $entries } жазба
 }
fact-clock-noticed = Компьютер сағаты кері жүрді немесе күрт өзгерді

paper-form-certificate = Пана іздеген адамның куәлігі
paper-form-refugee-certificate = Босқын куәлігі, бақылау парағы
paper-form-decision = Шешімнің көшірмесі
paper-form-postponement = Кейінге қалдыру туралы шешім
paper-form-notice = Адамға хабарлама
paper-form-notice-authorised-body = Уәкілетті органға хабар
paper-form-notice-iab = Ішкі істер органдарына хабар
paper-form-border-receipt = Шекара бөлімшесінің қолхаты
paper-form-referral-iab-stay = Жолдама: болатын жері бойынша есепке қою
paper-form-referral-fingerprints = Жолдама: дактилоскопиялық тіркеу
paper-form-referral-medical = Жолдама: медициналық тексеру
paper-form-referral-guardian = Жолдама: қорғаншылық және қамқоршылық органы
