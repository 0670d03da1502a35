# Мастера приёма ходатайства и решения: подписи, подсказки, собственные отказы.

## Правила и условия

rule-intake-required = Это поле пусто. Заполните его.
rule-intake-latin-unconfirmed = Предложенное написание латиницей не подтверждено. Сверьте его с паспортом и поставьте отметку или исправьте.
rule-intake-document-dates = Срок документа кончается раньше, чем он выдан. Сверьте обе даты с документом.
rule-intake-applicant-is-minor = Заявителю нет 18 лет. Если он прибыл с родителями, внесите его в ходатайство одного из них; если прибыл один, поставьте отметку.
rule-intake-adult-is-minor = Этому лицу нет 18 лет. Удалите эту строку и добавьте его как ребёнка.
rule-intake-moment-future = Этот момент ещё не наступил. Исправьте дату и время.
rule-intake-interpreter = Нужны и имя переводчика, и язык. Заполните оба поля или оставьте оба пустыми.
rule-intake-representative-basis = Не указано, на каком основании действует представитель. Выберите основание.
rule-intake-covers = Не отмечено, кого касается решение. Отметьте хотя бы одно лицо.
rule-draft-too-long = Черновик слишком велик и не сохранён. Сократите тексты.
rule-draft-not-yours = Этот черновик принадлежит другому сотруднику. Его открывает он сам.
rule-draft-gone = Черновика нет: он зарегистрирован или удалён. Поищите ходатайство в списке.

## Рамка

wizard-next = Далее: { $page }
wizard-back = Назад
wizard-postpone = Закончить позже
wizard-discard = Удалить черновик
wizard-discard-title = Удалить черновик?
wizard-discard-text = Всё набранное будет удалено. Вернуть это нельзя.
wizard-discard-yes = Удалить
wizard-saved = Черновик сохранён { $time }
wizard-not-saved = Черновик не сохранён
wizard-mistakes = { $count ->
    [one] Исправьте { $count } ошибку
    [few] Исправьте { $count } ошибки
   *[many] Исправьте { $count } ошибок
 }

## Приём: шаги

intake-title = Новое ходатайство
intake-step-applicant = Заявитель
intake-step-applicant-note = Имя, дата рождения
intake-step-applicant-long = Личные данные заявителя
intake-step-applicant-help = Пишите так, как в документе. Поля со звёздочкой обязательны.
intake-step-documents = Документы
intake-step-documents-note = Паспорт или со слов
intake-step-documents-long = Документы и дополнительные сведения
intake-step-documents-help = Если документа нет, данные записываются со слов; регистрацию это не останавливает.
intake-step-arrival = Прибытие и причины
intake-step-arrival-note = Дата, путь, опасения
intake-step-arrival-long = Прибытие в Казахстан и причины ходатайства
intake-step-arrival-help = Опоздание записывается, но никогда не мешает регистрации.
intake-step-stay = Пребывание
intake-step-stay-note = Адрес, переводчик
intake-step-stay-long = Пребывание, переводчик, представитель
intake-step-stay-help = Адрес попадёт в направление на учёт по месту пребывания.
intake-step-family = Семья
intake-step-family-note = Дети и взрослые
intake-step-family-long = Члены семьи
intake-step-family-help = Дети до 18 лет вносятся в ходатайство одного из родителей; у каждого взрослого своё ходатайство.
intake-step-photo = Фотография
intake-step-photo-note = Для свидетельства
intake-step-photo-long = Фотографии для свидетельств
intake-step-photo-help = Фотографию можно добавить и позже; регистрации это не мешает.
intake-step-review = Проверка
intake-step-review-note = Сверить и внести
intake-step-review-long = Проверьте и зарегистрируйте
intake-step-review-help = Прочитайте данные заявителю. После регистрации исправление записывается отдельным актом.

## Приём: лицо

intake-mrz = Машиночитаемые строки паспорта
intake-mrz-hint = Наберите, вставьте или считайте сканером две или три строки: поля заполнятся.
intake-mrz-filled = { $count ->
    [one] Из паспорта заполнено { $count } поле. Сверьте с документом.
    [few] Из паспорта заполнены { $count } поля. Сверьте с документом.
   *[many] Из паспорта заполнено { $count } полей. Сверьте с документом.
 }
intake-names = Имя
intake-propose = Предложить латиницу
intake-latin-confirmed = Предложенное написание латиницей сверено с документом
intake-part-family = Фамилия
intake-part-given = Имя
intake-part-patronymic = Отчество
intake-spelling-latin = Латиницей
intake-spelling-kk = По-казахски
intake-spelling-ru = По-русски
intake-spelling-native = Родное письмо
intake-family-latin = Фамилия, латиницей
intake-given-latin = Имя, латиницей
intake-patronymic-latin = Отчество, латиницей
intake-family-kk = Фамилия, по-казахски
intake-given-kk = Имя, по-казахски
intake-patronymic-kk = Отчество, по-казахски
intake-family-ru = Фамилия, по-русски
intake-given-ru = Имя, по-русски
intake-patronymic-ru = Отчество, по-русски
intake-family-native = Фамилия, родное письмо
intake-given-native = Имя, родное письмо
intake-patronymic-native = Отчество, родное письмо
intake-birth = Дата рождения
intake-birth-hint = 31.12.1986, 12.1986, 1986 или ~1986
intake-sex = Пол
intake-citizenship = Гражданство
intake-citizenship-hint = Ищите набором
intake-citizenship2 = Ещё одно гражданство
intake-undetermined = Не установлено
intake-stateless = Лицо без гражданства
intake-residence-country = Страна постоянного проживания
intake-residence-hint = Если известна
intake-unaccompanied = Прибыл без родителей и законных представителей: завести отдельное дело
intake-unaccompanied-short = Ребёнок без сопровождения
intake-minor-note = Заявителю нет 18 лет. По пункту 5 статьи 10 Закона ребёнок вносится в ходатайство одного из родителей. Отдельное дело заводится, только если он прибыл один (пункт 7 статьи 10).
intake-minor-alone-note = Будет заведено отдельное дело, ребёнок получит своё свидетельство. В день регистрации выдаётся направление в орган опеки и начинается розыск родителей.

## Приём: документы

intake-document-first = Документ, удостоверяющий личность
intake-document-second = Ещё один документ
intake-doc-type = Вид
intake-doc-number = Номер
intake-doc-series = Серия
intake-doc-country = Страна выдачи
intake-doc-seen = Как предъявлен
intake-doc-issued = Дата выдачи
intake-doc-valid = Действует до
intake-doc-issuer = Кем выдан
intake-from-words = Данные записаны со слов
intake-more = Дополнительные сведения
intake-iin = ИИН
intake-iin-hint = Если есть: 12 цифр
intake-language = Родной язык
intake-marital = Семейное положение
intake-birth-place = Место рождения
intake-father = Имя отца
intake-mother = Имя матери

## Приём: прибытие и причины

intake-date-hint = Например, 08.06.2026
intake-moment-hint = Например, 08.06.2026 10:00
intake-way = Как поступило ходатайство
intake-lodged-at = Когда подано, если не сейчас
intake-entered-on = Дата прибытия в Казахстан
intake-entered-at = Время пересечения границы
intake-learned-on = Когда стало известно об опасности
intake-lodged-at-border = Время подачи на границе
intake-border-receipt = Номер пограничной расписки
intake-detained-at = Время задержания
intake-notified-at = Время поступления уведомления
intake-detaining-body = Задержавший орган
intake-arrival-way = Как въехал
intake-place = Место прибытия
intake-place-hint = Пункт пропуска или населённый пункт
intake-transport = Транспорт
intake-claim = Причины ходатайства
intake-reasons = Признаки преследования по статье 1 Закона
intake-account = Изложение обстоятельств
intake-fears = Чего опасается при возвращении
intake-late-days = { $count ->
    [one] Ходатайство подано на { $count } день позже { $last }. Это записывается, но регистрации не мешает. Спросите о причине.
    [few] Ходатайство подано на { $count } дня позже { $last }. Это записывается, но регистрации не мешает. Спросите о причине.
   *[many] Ходатайство подано на { $count } дней позже { $last }. Это записывается, но регистрации не мешает. Спросите о причине.
 }
intake-late-hours = { $count ->
    [one] Ходатайство подано на { $count } час позже; последний день был { $last }. Это записывается, но регистрации не мешает. Спросите о причине.
    [few] Ходатайство подано на { $count } часа позже; последний день был { $last }. Это записывается, но регистрации не мешает. Спросите о причине.
   *[many] Ходатайство подано на { $count } часов позже; последний день был { $last }. Это записывается, но регистрации не мешает. Спросите о причине.
 }
intake-late-reason = Причина опоздания

## Приём: пребывание

intake-stay = Место пребывания
intake-kato = Регион
intake-address = Адрес
intake-address-hint = Населённый пункт, улица, дом
intake-phone = Телефон
intake-interpreter = Переводчик
intake-interpreter-name = Имя переводчика
intake-interpreter-language = Язык перевода
intake-interpreter-basis = Основание
intake-interpreter-basis-staff = сотрудник
intake-interpreter-basis-contract = по договору
intake-interpreter-basis-volunteer = доброволец
intake-representative = Представитель или опекун
intake-representative-name = Имя представителя
intake-representative-basis = Основание представительства
intake-representative-basis-law = законный представитель
intake-representative-basis-guardian = опекун или попечитель
intake-representative-basis-power = доверенность
intake-representative-basis-other = иное основание
intake-representative-number = Номер документа
intake-representative-on = Дата документа
intake-guardian-note = Ребёнок прибыл один. Если опекун известен, укажите его здесь; если нет, направление в орган опеки выдаётся всё равно.

## Приём: семья

intake-add-minor = Добавить ребёнка
intake-add-adult = Добавить взрослого
intake-add-elsewhere = Добавить родственника в другом месте
intake-family-none = Члены семьи не добавлены. Если заявитель прибыл один, оставьте так и идите дальше.
intake-column-name = Имя
intake-column-relation = Родство
intake-column-birth = Дата рождения
intake-column-citizenship = Гражданство
intake-column-place = Место
intake-place-minor = в этом ходатайстве
intake-place-minor-verbal = в этом ходатайстве, со слов
intake-place-adult = отдельное ходатайство
intake-place-adult-verbal = отдельное ходатайство
intake-place-elsewhere = в другом месте
intake-place-elsewhere-verbal = в другом месте
intake-edit = Изменить
intake-edit-row = Изменить: { $name }
intake-remove = Убрать
intake-remove-row = Убрать: { $name }
intake-remove-title = Убрать эту строку?
intake-remove-text = Набранное о лице «{ $name }» будет удалено.
intake-remove-yes = Убрать
intake-member-minor = Ребёнок
intake-member-adult = Взрослый член семьи
intake-member-elsewhere = Родственник в другом месте
intake-member-done = Готово
intake-member-remove = Убрать
intake-adult-note = У взрослого своё ходатайство и своё свидетельство. Прибытие, причины и адрес — как у заявителя, если не указано иначе.
intake-relation = Кем приходится заявителю
intake-birth-document = Документ о рождении
intake-birth-doc-type = Вид документа
intake-birth-doc-number = Номер документа
intake-verbal = Документа о рождении нет: записано со слов, будет предъявлен позже
intake-arrived-with = Прибыл вместе с заявителем
intake-relative-name = Имя родственника
intake-tracing = Нужен розыск
intake-own-circumstances = Отличия от заявителя
intake-same-arrival = Прибытие — как у заявителя
intake-same-claim = Причины — как у заявителя
intake-same-stay = Адрес — как у заявителя

## Приём: фотография

intake-photo-of = Фотография: { $name }
intake-photo-hint = Обрезается до 35 × 45 мм

## Приём: проверка

intake-register = Зарегистрировать
intake-registering = Регистрируется…
intake-change = Изменить
intake-change-applicant = Изменить: Заявитель
intake-change-documents = Изменить: Документы
intake-change-arrival = Изменить: Прибытие и причины
intake-change-stay = Изменить: Пребывание
intake-change-family = Изменить: Семья
intake-review-wrong = Чтобы зарегистрировать, исправьте
intake-review-promise = При регистрации
intake-promise-applications = { $count ->
    [one] регистрируется { $count } ходатайство
    [few] регистрируются { $count } ходатайства
   *[many] регистрируется { $count } ходатайств
 }
intake-promise-certificates = { $count ->
    [one] выдаётся { $count } свидетельство лица, ищущего убежище, до { $until }
    [few] выдаются { $count } свидетельства лица, ищущего убежище, до { $until }
   *[many] выдаётся { $count } свидетельств лица, ищущего убежище, до { $until }
 }
intake-promise-minors = { $count ->
    [one] в свидетельство вносится { $count } ребёнок
    [few] в свидетельство вносятся { $count } ребёнка
   *[many] в свидетельство вносится { $count } детей
 }
intake-promise-decision = решение должно быть принято до { $on }
intake-promise-referrals = направления: { $list }
intake-promise-late-days = { $count ->
    [one] записывается опоздание на { $count } день
    [few] записывается опоздание на { $count } дня
   *[many] записывается опоздание на { $count } дней
 }
intake-promise-late-hours = { $count ->
    [one] записывается опоздание на { $count } час
    [few] записывается опоздание на { $count } часа
   *[many] записывается опоздание на { $count } часов
 }
intake-family-alone = { $name } подаёт ходатайство один.

## Решение

decision-wizard-title = Решение
decision-step-kind = Вид решения
decision-step-kind-note = Вид и дата
decision-step-kind-long = Вид и дата решения
decision-step-kind-help = Решение и основание выбирает комиссия; программа ничего не предлагает.
decision-step-reasons = Основания
decision-step-reasons-note = Обоснование, лица
decision-step-reasons-long = Основания и обоснование
decision-step-reasons-help = К каждому основанию нужно письменное обоснование.
decision-step-review = Проверка
decision-step-review-note = Прочитать, записать
decision-step-review-long = Проверьте и запишите решение
decision-step-review-help = Записанное решение не меняется: его можно только отменить или исправить отдельным актом.
intake-review-case = Номер ходатайства
decision-field-kind = Решение комиссии
decision-choice-grant = Присвоить статус
decision-choice-grant-derivative = Присвоить ради единства семьи
decision-choice-refuse = Отказать
decision-choice-postpone = Отложить
decision-field-on = Дата решения
decision-fingerprints = Дактилоскопическая регистрация
decision-fingerprints-open = Дактилоскопическая регистрация: результат ещё не записан.
decision-fingerprints-done = Дактилоскопическая регистрация пройдена.
decision-fingerprints-refused = От дактилоскопической регистрации отказался.
decision-fingerprints-impossible = Дактилоскопическая регистрация оказалась невозможной.
decision-fingerprints-not-required = Дактилоскопическая регистрация не требуется.
decision-blocked = Статус пока присвоить нельзя (пункт 6 статьи 10, пункт 1 статьи 11 Закона). Запишите ниже результат или отложите решение.
decision-answer-result = Результат
decision-answer-reason = Причина
decision-answer-basis = Правовое основание
decision-answer-confirmed = Кто подтвердил
decision-answer-reference = Номер справки
decision-answer-record = Записать результат
decision-override = Причина отступления от правила
decision-override-hint = Только для ходатайств, зарегистрированных до 2024 года
decision-tracing = Ребёнок прибыл один, а сведений о родителях ещё нет (пункт 3 статьи 11 Закона). Три месяца идут: рассмотрите отложение решения.
decision-choose-postpone = Отложить
decision-grounds = Основания по статье 12 Закона
decision-ground-reason = Обоснование основания { $code }
decision-ground-subcode = Часть основания { $code }
decision-ground-restricted = ограниченный доступ
decision-no-grounds = Основания комиссия выбирает только при отказе.
decision-until = До какого дня
decision-until-limits = До { $strict } (год с регистрации); самое позднее { $hard }.
decision-reason = Причина отложения
decision-note = Примечание
decision-covers = Кого касается решение
decision-record = Записать решение
decision-recording = Записывается…
decision-review-promise = При записи
decision-promise-grant = присваивается статус до { $to }; удостоверение беженца выдаётся в течение пяти рабочих дней
decision-promise-refuse = записывается отказ; копия вручается в течение пяти рабочих дней
decision-promise-notices = уполномоченный орган и органы внутренних дел уведомляются в течение пяти рабочих дней
decision-promise-postpone = решение откладывается до { $until }; выдаётся новое свидетельство
decision-change-kind = Изменить: Вид решения
decision-change-reasons = Изменить: Основания
