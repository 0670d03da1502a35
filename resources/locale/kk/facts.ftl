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
 }{ $alone ->
    [true] {"; бала ата-анасыз келген"}
   *[other] {""}
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
fact-interpreter-engaged = Аудармашы қатысты: { $name }, { $language_name }{ $translation_statement ->
    [true] ; аударма өзін қанағаттандыратынын адам мәлімдеді
   *[other] {""}
 }
fact-minor-listed = Бала өтінішхатқа енгізілді: { $person }, { $relation_name }{ $verbal ->
    [true] {", сөзінен жазылды, туу туралы құжатты көрсету керек"}
   *[other] {""}
 }
fact-minor-proven = Туу туралы құжат көрсетілді: { $person }, { $document }
fact-minor-struck = Бала { $on } күні өтінішхаттан шығарылды: { $person }, { $reason ->
    [turned_18] 18 жасқа толды
    [own_file] жеке іс ашылды
    [other_parent] ата-анасының екіншісінің өтінішхатына көшірілді
    [died] бала қайтыс болды
   *[error] қате енгізілген
 }
fact-relative-stated = Туысы: { $name }, { $relation_name }{ $here ->
    [true] , Қазақстанда
   *[other] , басқа жерде
 }{ $decided_on ->
    [none] {""}
   *[other] ; босқын мәртебесі { $decided_on } күні берілді, орган: { $recognised_by }
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
fact-application-registered = { $kind ->
    [extension] Ұзарту туралы { $number } өтініші { $registered_on } күні тіркелді
   *[other] { $number } өтінішхаты { $registered_on } күні тіркелді
 }{ $first_registered_on ->
    [none] {""}
   *[other] ; ата-анасының ісінде алғаш тіркелген күні { $first_registered_on }
 }
fact-application-withdrawn = { $kind ->
    [extension] Адам ұзарту туралы өтінішін қайтарып алды: { $on }
   *[other] Адам өтінішхатын қайтарып алды: { $on }
 }
fact-case-closed = Іс { $on } күні жабылды: { $code_name }
fact-request-sent = Жолдама берілді { $on }: { $to_name } ({ $person })
fact-request-answered = { $result ->
    [not_required] { $request }: талап етілмейді ({ $reason }; { $basis }; растаған: { $confirmed_by })
    [undisclosed] { $request }: жауап келді { $on }
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
 }{ $from_paper ->
    [true] {"; қағаз істен көшірілді"}
   *[other] {""}
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
fact-certificate-ended = { $number } куәлігі { $on } күнінен бастап жарамсыз: { $how_name }{ $reason ->
    [none] {""}
   *[other] {" "}({ $reason })
 }
fact-paper-issued = Құжат жасалды { $on }: { $form_name }{ $number ->
    [none] {""}
   *[other] , { $number }
 }
fact-needs-stated = Ерекше қажеттіліктері жазылды: { $person }
fact-leaflet-given = { $subject ->
    [refugee] Босқынның құқықтары мен міндеттері туралы жадынама { $on } күні берілді: { $person }, { $language_name }
   *[asylum_seeker] Пана іздеген адамның құқықтары мен міндеттері туралы жадынама { $on } күні берілді: { $person }, { $language_name }
 }
fact-interview-held = { $restricted ->
    [true] Әңгімелесу { $on } күні өтті, хаттамасы жабық: { $person }; өткізген: { $officer }
   *[other] Әңгімелесу { $on } күні өтті: { $person }; өткізген: { $officer }
 }
fact-evidence-added = { $restricted ->
    [true] Іске жабық материал { $on } күні қосылды: { $person }
   *[other] Іске мәлімет { $on } күні қосылды, { $about_name }: { $person }
 }
fact-assessment-written = Өтінішхат негіздеріне жазбаша баға { $on } күні берілді: { $person }
fact-family-changed = { $event ->
    [birth] Отбасында бала туды { $on }: { $names }
    [marriage] Неке қиылды { $on }: { $names }
    [divorce] Неке бұзылды { $on }: { $names }
    [death] Қайтыс болды { $on }: { $names }
    [reunited] Отбасы қосылды { $on }: { $names }
    [split] { $on } күнінен бастап бір отбасы емес: { $names }
   *[principal] { $on } күнінен бастап бұрынғы өтініш берушінің орнына басқасы: { $names }
 }
fact-lateness-explained = { $kind ->
    [extension] Ұзарту туралы өтінішхаттың кешігу себебі { $on } күні жазылды
   *[grant] Өтінішхаттың кешігу себебі { $on } күні жазылды
 }
fact-stage-done = Ішкі кезең { $on } күні орындалды: { $stage_name }
fact-case-assigned = Жауапты орындаушы { $on } күні тағайындалды: { $user }
fact-case-reopened = { $what ->
    [withdrawal] Өтінішхатты қайтарып алу { $on } күні жойылды: өтінішхат қайта қаралады
    [lapse] Мәртебе мерзімінің аяқталуы туралы жазба { $on } күні жойылды
   *[closing] Іс { $on } күні қайта ашылды
 }
fact-departure-announced = { $for_good ->
    [true] Біржола кететіні туралы { $on } күні хабарланды: { $names }
   *[other] Кететіні туралы { $on } күні хабарланды: { $names }
 }{ $planned_on ->
    [none] {""}
   *[other] , жоспарланған күні { $planned_on }
 }
fact-stay-left = { $on } күні осы органның есебінен шықты, көшетін жері { $to }: { $names }
fact-stay-arrived = { $on } күні осы органның есебіне тұрды, келген күні { $arrived_on }, бұрынғы орган { $from_office }: { $names }{ $late ->
    [none] {""}
   *[other] ; бес жұмыс күнінен кеш
 }
fact-deadlines-recomputed = Жұмыс күнтізбесі немесе баптау өзгерді: { $changed } мерзім қайта есептелді
fact-person-corrected = Деректер { $on } күні түзетілді: { $person }; { $fields }
fact-duplicate-judged = { $verdict ->
    [same] Екі жазба { $on } күні салыстырылды, бұл бір адам: { $names }
   *[different] Екі жазба { $on } күні салыстырылды, бұл әртүрлі адамдар: { $names }
 }
fact-persons-merged = Екі жазба { $on } күні бір адам ретінде біріктірілді: { $names }
fact-merge-undone = Екі жазба { $on } күні екі адам ретінде қайта ажыратылды: { $names }
fact-case-merged = Іс { $on } күні қайталама деп танылды; ол басқа істе жалғасады
fact-decision-annulled = { $by ->
    [higher_body] № { $number } шешімнің күшін жоғары тұрған орган жойды, { $on } күнінен бастап күші жоқ
    [court] № { $number } шешімнің күшін сот жойды, { $on } күнінен бастап күші жоқ
   *[self] № { $number } шешімнің күшін оны қабылдаған орган жойды, { $on } күнінен бастап күші жоқ
 }
fact-decision-corrected = № { $number } шешімдегі қате жазу { $on } күні түзетілді
fact-status-lapsed = Босқын мәртебесі { $on } күні мерзімі бітіп, ұзартылмай тоқтады: { $covers } адам
fact-status-carried = { $decision ->
    [refuse] Бас тарту осы іске бірге көшеді: { $person }, { $decided_on } № { $number } шешім
    [deprive] Мәртебеден айыру осы іске бірге көшеді: { $person }, { $decided_on } № { $number } шешім
    [terminate] Мәртебені тоқтату осы іске бірге көшеді: { $person }, { $decided_on } № { $number } шешім
   *[other] Босқын мәртебесі осы іске бірге көшеді: { $person }, { $decided_on } № { $number } шешім, { $to_on } күніне дейін
 }
fact-appeal-lodged = { $level ->
    [court_first] № { $decision } шешімге сотқа { $on } күні шағым берілді
    [court_appeal] № { $decision } шешім бойынша апелляциялық шағым { $on } күні берілді
    [court_cassation] № { $decision } шешім бойынша кассациялық шағым { $on } күні берілді
   *[pre_trial] № { $decision } шешімге жоғары тұрған органға { $on } күні шағым берілді
 }{ $late_days ->
    [0] {""}
   *[other] , { $late_days } күн кешікті
 }
fact-appeal-decided = { $result ->
    [allowed] Шағым { $on } күні қанағаттандырылды
    [allowed_partly] Шағым { $on } күні ішінара қанағаттандырылды
    [withdrawn] Шағым { $on } күні қайтарып алынды
    [not_considered] Шағым { $on } күні қараусыз қалдырылды
   *[dismissed] Шағымды қанағаттандырудан { $on } күні бас тартылды
 }{ $effect ->
    [annulled] ; шешімнің күші жоқ
    [remitted] ; шешімнің күші жоқ, іс қайта қаралады
    [restored] ; шешім қайтадан күшінде
   *[stands] ; шешім күшінде қалады
 }{ $in_force_on ->
    [none] {""}
   *[other] ; заңды күшіне енген күні { $in_force_on }
 }
fact-note-add = Ескертпе: { $text }

fact-office-opened = Мекеме ашылды: { $code }, { $name }
fact-setting-changed = Баптау өзгертілді: { $key_name } = { $value }
fact-calendar-adopted = Жұмыс күнтізбесі қабылданды: { $version }
fact-day-off-added = Осы органның жұмыс істемейтін күні: { $day }
fact-file-viewed = { $what ->
    [grounds] Жабық негіздер ашып көрілді
    [needs] Жабық ерекше қажеттіліктер ашып көрілді
    [nsc] Ұлттық қауіпсіздік органдарының жауабы ашып көрілді
    [interview] Жабық әңгімелесу хаттамасы ашып көрілді
    [evidence] Жабық материал ашып көрілді
   *[all] Істегі барлық жабық мәлімет ашып көрілді
 }: { $user }; себебі: { $reason }
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

evidence-about-identity = жеке басы туралы
evidence-about-claim = өтінішхат негіздері туралы
evidence-about-family = туыстығы туралы
evidence-about-best-interests = баланың мүддесі туралы
evidence-about-citizenship = азаматтығы туралы
evidence-about-departure = кетуі туралы
evidence-about-other = басқа мәселе туралы

person-field-names = аты-жөні
person-field-sex = жынысы
person-field-birth = туған күні
person-field-birth-place = туған жері
person-field-citizenships = азаматтығы
person-field-stateless = азаматтығының болмауы
person-field-residence-country = тұратын елі
person-field-languages = тілдері
person-field-marital = отбасы жағдайы
person-field-iin = ЖСН
person-field-parents = ата-анасы
person-field-from-words = сөзінен немесе құжат бойынша
