# Одна строка на каждый вид факта, для хода дела и командной строки. Основания только считаются и не называются.

fact-newer-program = Записано более новой версией программы; обновите программу, чтобы увидеть содержание.
fact-erased = Содержание записи законно удалено; сохранено только её место в журнале.
fact-someone = лицо, не названное здесь

fact-case-opened = { $source ->
    [border] Дело открыто { $opened_on }: ходатайство принято на границе
    [detention] Дело открыто { $opened_on }: лицо задержано
    [card] Дело открыто { $opened_on } по семейной карточке
    [turned_18] Дело открыто { $opened_on }: лицу исполнилось 18 лет
    [unaccompanied] Дело открыто { $opened_on }: ребёнок прибыл без родителей
    [split] Дело открыто { $opened_on }: выделено из другого дела
    [taken_over] Дело открыто { $opened_on }: перенесено с бумаги
   *[other] Дело открыто { $opened_on }
 }{ $alone ->
    [true] {"; ребёнок прибыл без родителей"}
   *[other] {""}
 }
fact-person-recorded = { $place ->
    [minor] Внесён ребёнок: { $full_name }, дата рождения { $born }
   *[other] Внесён заявитель: { $full_name }, дата рождения { $born }
 }{ $from_words ->
    [true] {", со слов"}
   *[other] {""}
 }
fact-document-shown = { $type_name }{ $document ->
    [none] {""}
   *[other] {" "}{ $document }
 }: { $seen_name }
fact-photo-taken = Сделана фотография: { $person }
fact-stay-stated = Место пребывания с { $from_on }: { $address }
fact-arrival-stated = Прибытие: { $way_name }{ $entered ->
    [none] {""}
   *[other] , { $entered }
 }{ $learned_on ->
    [none] {""}
   *[other] ; об опасности стало известно { $learned_on }
 }
fact-claim-stated = Записаны причины обращения за убежищем
fact-representative-named = Представитель: { $name }; представляемое лицо: { $person }
fact-interpreter-engaged = Участвовал переводчик: { $name }, { $language_name }{ $translation_statement ->
    [true] ; по заявлению лица, перевод его устраивает
   *[other] {""}
 }
fact-minor-listed = Ребёнок внесён в ходатайство: { $person }, { $relation_name }{ $verbal ->
    [true] {", со слов, документ о рождении нужно предъявить"}
   *[other] {""}
 }
fact-minor-proven = Предъявлен документ о рождении: { $person }, { $document }
fact-minor-struck = Ребёнок исключён из ходатайства { $on }: { $person }, { $reason ->
    [turned_18] исполнилось 18 лет
    [own_file] заведено отдельное дело
    [other_parent] перенесён в ходатайство другого родителя
    [died] смерть ребёнка
   *[error] был внесён по ошибке
 }
fact-relative-stated = Родственник: { $name }, { $relation_name }{ $here ->
    [true] , находится в Казахстане
   *[other] , находится в другом месте
 }{ $decided_on ->
    [none] {""}
   *[other] ; статус беженца присвоен { $decided_on }, орган: { $recognised_by }
 }
fact-family-tied = { $cases ->
    [one] Семья: связано { $cases } дело
    [few] Семья: связано { $cases } дела
   *[other] Семья: связано { $cases } дел
 }
fact-detention-notified = Уведомление о задержании получено { $received_at }; задержание { $detained_at }{ $body ->
    [none] {""}
   *[other] ; орган: { $body }
 }{ $late ->
    [none] {""}
   *[other] ; уведомление с опозданием
 }
fact-application-lodged = { $kind ->
    [extension] Подано заявление о продлении { $lodged_at }
   *[other] Подано ходатайство { $lodged_at }, { $way_name }
 }{ $border_receipt ->
    [none] {""}
   *[other] , расписка { $border_receipt }
 }{ $late_days ->
    [0] {""}
    [one] , опоздание { $late_days } день
    [few] , опоздание { $late_days } дня
   *[other] , опоздание { $late_days } дней
 }{ $late_hours ->
    [0] {""}
    [one] , опоздание { $late_hours } час
    [few] , опоздание { $late_hours } часа
   *[other] , опоздание { $late_hours } часов
 }
fact-application-registered = { $kind ->
    [extension] Заявление о продлении { $number } зарегистрировано { $registered_on }
   *[other] Ходатайство { $number } зарегистрировано { $registered_on }
 }{ $first_registered_on ->
    [none] {""}
   *[other] ; первая регистрация в деле родителя { $first_registered_on }
 }
fact-application-withdrawn = { $kind ->
    [extension] Заявление о продлении отозвано лицом { $on }
   *[other] Ходатайство отозвано лицом { $on }
 }
fact-case-closed = Дело закрыто { $on }: { $code_name }
fact-request-sent = Выдано направление { $on }: { $to_name } ({ $person })
fact-request-answered = { $result ->
    [not_required] { $request }: не требуется ({ $reason }; { $basis }; подтверждено: { $confirmed_by })
    [undisclosed] { $request }: ответ получен { $on }
   *[other] { $request }: { $result_name } { $on }
 }
fact-consideration-postponed = Решение { $number } от { $on }: окончательное решение отложено до { $until }
fact-consent-recorded = { $given ->
    [true] Получено согласие на статус ради единства семьи { $on }: { $person }
   *[other] Нет согласия на статус ради единства семьи { $on }: { $person }
 }
fact-decision-taken = { $kind ->
    [grant] Решение { $number } от { $on }: присвоен статус беженца с { $from_on } по { $to_on }
    [grant_derivative] Решение { $number } от { $on }: присвоен статус беженца ради единства семьи с { $from_on } по { $to_on }
    [refuse] Решение { $number } от { $on }: отказано в присвоении статуса беженца
    [extend] Решение { $number } от { $on }: статус беженца продлён с { $from_on } по { $to_on }
    [refuse_extend] Решение { $number } от { $on }: отказано в продлении статуса беженца
    [deprive] Решение { $number } от { $on }: лишение статуса беженца
   *[terminate] Решение { $number } от { $on }: статус беженца прекращён
 }{ $grounds ->
    [0] {""}
    [one] ; { $grounds } основание
    [few] ; { $grounds } основания
   *[other] ; { $grounds } оснований
 }{ $override ->
    [none] {""}
   *[other] ; отступление от правила с письменной причиной
 }{ $from_paper ->
    [true] {"; перенесено из бумажного дела"}
   *[other] {""}
 }
fact-decision-served = { $way ->
    [post] Копия решения { $number } отправлена по почте { $on }
   *[hand] Копия решения { $number } вручена { $on }
 }{ $learnt_on ->
    [none] {""}
   *[other] ; лицу стало известно { $learnt_on }
 }
fact-notice-sent = Сообщение о решении { $decision } направлено { $on }: { $to_name }, { $way_name }
fact-certificate-issued = { $kind ->
    [refugee] Удостоверение беженца { $number } выдано { $issued_on }, действительно до { $valid_to }
   *[asylum] Свидетельство лица, ищущего убежище, { $number } выдано { $issued_on }, действительно до { $valid_to }
 }{ $minors ->
    [0] {""}
    [one] , в нём { $minors } ребёнок
    [few] , в нём { $minors } ребёнка
   *[other] , в нём { $minors } детей
 }{ $replaces ->
    [none] {""}
   *[other] , взамен { $replaces }
 }
fact-certificate-ended = Свидетельство { $number } недействительно с { $on }: { $how_name }{ $reason ->
    [none] {""}
   *[other] {" "}({ $reason })
 }
fact-paper-issued = Составлен документ { $on }: { $form_name }{ $number ->
    [none] {""}
   *[other] , { $number }
 }
fact-needs-stated = Записаны особые потребности: { $person }
fact-leaflet-given = { $subject ->
    [refugee] Памятка о правах и обязанностях беженца вручена { $on }: { $person }, { $language_name }
   *[asylum_seeker] Памятка о правах и обязанностях лица, ищущего убежище, вручена { $on }: { $person }, { $language_name }
 }
fact-interview-held = { $restricted ->
    [true] Проведено собеседование { $on }, протокол закрытый: { $person }; проводил(а): { $officer }
   *[other] Проведено собеседование { $on }: { $person }; проводил(а): { $officer }
 }
fact-evidence-added = { $restricted ->
    [true] Приобщён закрытый материал { $on }: { $person }
   *[other] Приобщены сведения { $on }, { $about_name }: { $person }
 }
fact-assessment-written = Составлена письменная оценка оснований ходатайства { $on }: { $person }
fact-family-changed = { $event ->
    [birth] Рождение в семье { $on }: { $names }
    [marriage] Брак { $on }: { $names }
    [divorce] Расторжение брака { $on }: { $names }
    [death] Смерть { $on }: { $names }
    [reunited] Семья воссоединилась { $on }: { $names }
    [split] Больше не одна семья с { $on }: { $names }
   *[principal] Другой заявитель вместо прежнего с { $on }: { $names }
 }
fact-lateness-explained = { $kind ->
    [extension] Записана { $on } причина опоздания с ходатайством о продлении
   *[grant] Записана { $on } причина опоздания с ходатайством
 }
fact-stage-done = Внутренний этап выполнен { $on }: { $stage_name }
fact-case-assigned = Назначен ответственный исполнитель { $on }: { $user }
fact-case-reopened = { $what ->
    [withdrawal] Отзыв ходатайства отменён { $on }: ходатайство снова рассматривается
    [lapse] Запись об истечении статуса отменена { $on }
   *[closing] Дело открыто снова { $on }
 }
fact-departure-announced = { $for_good ->
    [true] Сообщено о выезде навсегда { $on }: { $names }
   *[other] Сообщено о выезде { $on }: { $names }
 }{ $planned_on ->
    [none] {""}
   *[other] , планируется { $planned_on }
 }
fact-stay-left = Снятие с учёта в этом органе { $on }, переезд в { $to }: { $names }
fact-stay-arrived = Постановка на учёт в этом органе { $on }, прибытие { $arrived_on } из { $from_office }: { $names }{ $late ->
    [none] {""}
   *[other] ; позже пяти рабочих дней
 }
fact-deadlines-recomputed = { $changed ->
    [one] Изменён рабочий календарь или настройка: пересчитан { $changed } срок
    [few] Изменён рабочий календарь или настройка: пересчитано { $changed } срока
   *[other] Изменён рабочий календарь или настройка: пересчитано { $changed } сроков
 }
fact-person-corrected = Исправлены данные { $on }: { $person }; { $fields }
fact-duplicate-judged = { $verdict ->
    [same] Две записи сопоставлены { $on }, это одно лицо: { $names }
   *[different] Две записи сопоставлены { $on }, это разные лица: { $names }
 }
fact-persons-merged = Две записи объединены как одно лицо { $on }: { $names }
fact-merge-undone = Две записи снова разделены как два лица { $on }: { $names }
fact-case-merged = Дело признано повторным { $on }; оно продолжается в другом деле
fact-decision-annulled = { $by ->
    [higher_body] Решение { $number } отменено вышестоящим органом, не действует с { $on }
    [court] Решение { $number } отменено судом, не действует с { $on }
   *[self] Решение { $number } отменено принявшим его органом, не действует с { $on }
 }
fact-decision-corrected = Исправлена описка в решении { $number } { $on }
fact-status-lapsed = { $covers ->
    [one] Статус беженца прекратился { $on } с истечением срока, без продления: { $covers } лицо
    [few] Статус беженца прекратился { $on } с истечением срока, без продления: { $covers } лица
   *[other] Статус беженца прекратился { $on } с истечением срока, без продления: { $covers } лиц
 }
fact-status-carried = { $decision ->
    [refuse] Отказ переходит в это дело: { $person }, решение { $number } от { $decided_on }
    [deprive] Лишение статуса переходит в это дело: { $person }, решение { $number } от { $decided_on }
    [terminate] Прекращение статуса переходит в это дело: { $person }, решение { $number } от { $decided_on }
   *[other] Статус беженца переходит в это дело: { $person }, решение { $number } от { $decided_on }, до { $to_on }
 }
fact-appeal-lodged = { $level ->
    [court_first] Решение { $decision } обжаловано в суд { $on }
    [court_appeal] Подана апелляционная жалоба { $on }, решение { $decision }
    [court_cassation] Подана кассационная жалоба { $on }, решение { $decision }
   *[pre_trial] Решение { $decision } обжаловано в вышестоящий орган { $on }
 }{ $late_days ->
    [0] {""}
    [one] , опоздание { $late_days } день
    [few] , опоздание { $late_days } дня
   *[other] , опоздание { $late_days } дней
 }
fact-appeal-decided = { $result ->
    [allowed] Жалоба удовлетворена { $on }
    [allowed_partly] Жалоба удовлетворена частично { $on }
    [withdrawn] Жалоба отозвана { $on }
    [not_considered] Жалоба оставлена без рассмотрения { $on }
   *[dismissed] В удовлетворении жалобы отказано { $on }
 }{ $effect ->
    [annulled] ; решение не действует
    [remitted] ; решение не действует, дело рассматривается заново
    [restored] ; решение снова действует
   *[stands] ; решение остаётся в силе
 }{ $in_force_on ->
    [none] {""}
   *[other] ; в законной силе с { $in_force_on }
 }
fact-note-add = Заметка: { $text }

fact-office-opened = Подразделение открыто: { $code }, { $name }
fact-setting-changed = Изменена настройка: { $key_name } = { $value }
fact-calendar-adopted = Принят рабочий календарь { $version }
fact-day-off-added = Нерабочий день этого органа: { $day }
fact-file-viewed = { $what ->
    [grounds] Открыты закрытые основания
    [needs] Открыты закрытые особые потребности
    [nsc] Открыт ответ органов национальной безопасности
    [interview] Открыт закрытый протокол собеседования
    [evidence] Открыт закрытый материал
   *[all] Открыто всё закрытое в деле
 }: { $user }; причина: { $reason }
fact-chain-genesis = Создано хранилище: { $office }, рабочее место { $workstation }, { $purpose_name }
fact-user-added = Добавлен сотрудник: { $name }
fact-role-given = Назначена роль: { $user }, { $role_name }
fact-session-opened = Вход: { $user }
fact-session-closed = Выход: { $user }
fact-paper-reprinted = { $way ->
    [saved] Выданный документ сохранён повторно
   *[printed] Выданный документ напечатан повторно
 }
fact-bundle-written = { $entries ->
    [one] Записан пакет { $no } для { $to }, прочитан обратно и сверен: { $entries } запись
    [few] Записан пакет { $no } для { $to }, прочитан обратно и сверен: { $entries } записи
   *[other] Записан пакет { $no } для { $to }, прочитан обратно и сверен: { $entries } записей
 }
fact-sync-import = { $entries ->
    [one] Загружен пакет { $no } от { $sender }: { $entries } запись
    [few] Загружен пакет { $no } от { $sender }: { $entries } записи
   *[other] Загружен пакет { $no } от { $sender }: { $entries } записей
 }
fact-store-verified = { $result ->
    [whole] Хранилище проверено, оно цело; записей: { $entries }
   *[damaged] Хранилище проверено, найдены повреждения; записей: { $entries }
 }
fact-clock-noticed = Часы компьютера переведены назад или сильно изменились

paper-form-certificate = Свидетельство лица, ищущего убежище
paper-form-refugee-certificate = Удостоверение беженца, контрольный лист
paper-form-decision = Копия решения
paper-form-postponement = Решение об отложении
paper-form-notice = Уведомление лицу
paper-form-notice-authorised-body = Сообщение в уполномоченный орган
paper-form-notice-iab = Сообщение в органы внутренних дел
paper-form-border-receipt = Расписка пограничного подразделения
paper-form-referral-iab-stay = Направление: учёт по месту пребывания
paper-form-referral-fingerprints = Направление: дактилоскопическая регистрация
paper-form-referral-medical = Направление: медицинское освидетельствование
paper-form-referral-guardian = Направление: орган опеки и попечительства

evidence-about-identity = о личности
evidence-about-claim = об основаниях ходатайства
evidence-about-family = о родстве
evidence-about-best-interests = о наилучших интересах ребёнка
evidence-about-citizenship = о гражданстве
evidence-about-departure = о выезде
evidence-about-other = по другому вопросу

person-field-names = имя
person-field-sex = пол
person-field-birth = дата рождения
person-field-birth-place = место рождения
person-field-citizenships = гражданство
person-field-stateless = отсутствие гражданства
person-field-residence-country = страна проживания
person-field-languages = языки
person-field-marital = семейное положение
person-field-iin = ИИН
person-field-parents = родители
person-field-from-words = со слов или по документу
