# Страницы окна: вход, первый запуск, сегодня, дела, дело, документы, обмен, настройки.

## The window

pages-tagline = Программа процедуры присвоения статуса беженца
pages-section-work = РАБОТА
pages-section-system = СИСТЕМА
pages-today = Сегодня
pages-cases = Дела
pages-case = Дело
pages-paper = Документ
pages-paper-number = Номер
pages-exchange = Обмен
pages-help = Справка
pages-settings = Настройки
pages-wizard = Регистрация и решение
pages-new = Новое ходатайство
pages-open = Открыть дело
pages-on = Дата
pages-reason = Причина
pages-record = Записать
pages-photo = Фотография
pages-date-example = 31.12.2026
pages-by-program = программа
pages-banner-demo = Демонстрационное подразделение: все люди вымышлены.
pages-banner-test = Проверочное хранилище: данные не для работы.
pages-banner-clock = Часы остановлены: { $at }.
pages-fault = В программе произошла ошибка
pages-fault-text = Хранилище заблокировано, записанное сохранено. Отправьте отчёт в центральный аппарат, персональных данных в нём нет: { $place }

## Before the store is open

pages-looking = Поиск хранилища…
pages-making-demo = Готовится демонстрационное подразделение…
pages-locking = Хранилище блокируется…
pages-unlock-title = Открыть хранилище
pages-unlock-demo = Демонстрационное подразделение: парольная фраза уже введена, нажмите «Открыть».
pages-unlock = Открыть
pages-unlocking = Открывается…
pages-user = Пользователь
pages-passphrase = Парольная фраза
pages-first-office = Подразделение
pages-first-office-note = Данные центрального аппарата
pages-first-administrator = Администратор
pages-first-administrator-note = Имя и парольная фраза
pages-first-recovery = Лист восстановления
pages-first-recovery-note = Хранится в сейфе
pages-first-office-title = Подразделение и рабочее место
pages-first-office-text = Код и номер рабочего места даёт центральный аппарат. Они закрепляются за хранилищем и позже не меняются.
pages-first-administrator-title = Первый пользователь
pages-first-administrator-text = Хранилище открывает этот человек. Парольная фраза нигде не записывается.
pages-first-recovery-title = Лист восстановления
pages-first-recovery-text = Если парольная фраза забыта, хранилище откроет только этот код. Распечатайте лист сейчас и уберите в сейф: второй раз он не показывается.
pages-recovery-have = Лист у меня
pages-next-step = Далее
pages-make-store = Создать хранилище
pages-making-store = Хранилище создаётся…
pages-begin = Начать работу
pages-office = Подразделение
pages-office-kind = Вид подразделения
pages-office-region = Регион
pages-office-code = Код подразделения
pages-office-code-hint = Три буквы региона и две цифры: ALA01
pages-office-workstation = Номер рабочего места
pages-office-fixed = Позже не меняется
pages-office-name-kk = Название подразделения на казахском
pages-office-name-ru = Название подразделения на русском
pages-admin = Имя для входа
pages-admin-hint = Малые латинские буквы, например a-omarova
pages-admin-name = Имя и фамилия
pages-admin-name-hint = Так будет стоять в документах
pages-passphrase-hint = Не менее 10 знаков; несколько слов легко запомнить
pages-passphrase-again = Парольная фраза ещё раз
pages-strength-short = Парольная фраза пока коротка.
pages-strength-fair = Парольная фраза подходит; ещё одно слово сделает её надёжнее.
pages-strength-good = Парольная фраза надёжная.

## Today

pages-today-greeting = Здравствуйте, { $name }!
pages-today-late = Просрочено
pages-today-soon = В три дня
pages-today-week = На этой неделе
pages-today-no-late = Ничего не просрочено.
pages-today-no-soon = В ближайшие три дня ничего нет.
pages-today-no-week = На этой неделе больше ничего нет.
pages-today-register = Реестр
pages-today-drafts = Черновики
pages-today-no-drafts = Черновиков нет.
pages-draft-register-application = Ходатайство
pages-draft-take-decision = Решение
pages-draft-other = Черновик

## The list

pages-cases-search = Имя, № дела или документа · Ctrl+K
pages-cases-list = Список дел
pages-cases-number = № дела
pages-cases-name = Имя
pages-cases-birth = Дата рождения
pages-cases-citizenship = Гражданство
pages-cases-status = Статус
pages-cases-due = Ближайший срок
pages-cases-registered = Зарегистрирован
pages-cases-none = Ничего не найдено
pages-cases-none-next = Попробуйте другое написание или номер дела либо снимите отбор.
pages-cases-all = Показать все
pages-filter-all = Все
pages-filter-asylum-seeker = Ищут убежище
pages-filter-refugee = Беженцы
pages-filter-refused = Отказано
pages-filter-intention = Намерение
pages-filter-closed = Закрыто
pages-filter-due = Срок близко
pages-order = Порядок
pages-order-name = По имени
pages-order-number = По номеру дела
pages-order-registered = По дате регистрации
pages-order-due = По сроку
pages-order-status = По статусу
pages-order-down = В обратном порядке
pages-panel = Панель просмотра
pages-preview = Выбранное дело
pages-preview-none = Выберите человека в списке.
pages-place = В деле
pages-place-applicant = заявитель
pages-place-minor = несовершеннолетний
pages-place-struck = исключён
pages-no-deadlines = Открытых сроков нет.

## The case file

pages-case-overview = Сведения
pages-case-family = Семья
pages-case-history = Ход дела
pages-case-deadlines = Сроки
pages-case-papers = Документы
pages-held-by = Дело ведёт рабочее место { $holder }. Здесь его можно только читать.
pages-status-since = зарегистрировано { $on }
pages-status-until = до { $on }
pages-group-person = ЗАЯВИТЕЛЬ
pages-group-application = ХОДАТАЙСТВО
pages-group-claim = ПРИЧИНЫ ОБРАЩЕНИЯ
pages-group-stay = МЕСТО ПРЕБЫВАНИЯ
pages-sex = Пол
pages-birth-place = Место рождения
pages-residence = Страна проживания
pages-marital = Семейное положение
pages-languages = Языки
pages-documents = Документы
pages-from-words = со слов
pages-iin = ИИН
pages-lodged = Подано
pages-way = Способ обращения
pages-entered = Дата въезда
pages-entry-place = Место въезда
pages-late = Опоздание
pages-late-days = { $days } дн.
pages-late-hours = { $hours } ч
pages-certificate = Свидетельство
pages-valid-to = Действительно до
pages-border-receipt = Расписка границы
pages-reasons = Причины преследования
pages-account = Рассказ
pages-address = Адрес
pages-stay-since = С какого дня
pages-phone = Телефон
pages-interpreter = Переводчик
pages-interpreter-language = Язык перевода
pages-representative = Представитель
pages-minors = Несовершеннолетние
pages-minor = Ребёнок
pages-relatives = Родственники и их дела
pages-no-minors = В этом ходатайстве детей нет.
pages-no-relatives = Родственники не указаны.
pages-relation = Родство
pages-age = Возраст
pages-birth-document = Документ о рождении
pages-verbal = со слов
pages-tasks = ЗАДАЧИ БЕЗ СРОКА
pages-next = Что дальше
pages-next-none = Сейчас вы ничего не можете записать в это дело.
pages-act-fingerprints = Дактилоскопия
pages-act-booklet = Удостоверение беженца
pages-act-decision = Принять решение
pages-act-serve = Решение вручено
pages-act-notice = Уведомление отправлено
pages-act-certificate = Новое свидетельство
pages-act-certificate-note = Новое свидетельство выдаётся на три месяца и заменяет прежнее.
pages-act-postpone = Отложить решение
pages-act-postpone-note = Свидетельство тоже заменяется новым.
pages-act-consent = Записать согласие
pages-act-prove = Показан документ о рождении
pages-act-answer = Ответ на направление
pages-act-photo = Добавить фотографию
pages-act-note = Добавить заметку
pages-act-withdraw = Ходатайство отозвано
pages-act-withdraw-note = Дело закрывается, свидетельство возвращается.
pages-act-close = Закрыть дело
pages-answer-to = На какое направление
pages-answer-result = Результат
pages-answer-reference = Номер справки
pages-answer-basis = Правовое основание
pages-answer-confirmed = Кто подтвердил
pages-postpone-until = До какого дня
pages-postpone-reason = Какая проверка нужна
pages-consent-given = Согласен ли на статус ради единства семьи
pages-consent-yes = согласие
pages-consent-no = несогласие
pages-serve-way = Как вручено
pages-serve-on = Дата вручения
pages-serve-learnt = Когда человек узнал
pages-serve-proof = Подтверждение
pages-notice-to = Кому
pages-notice-way = Как
pages-document-type = Вид документа
pages-document-number = Номер документа
pages-document-issued = Дата выдачи
pages-document-issuer = Кем выдан
pages-certificate-note = Примечание, если нужно
pages-certificate-blank = Номер бланка, если есть
pages-certificate-blank-hint = Например, AB12345678
pages-certificate-late = Причина опоздания, если есть
pages-close-code = Причина закрытия
pages-note = Текст заметки

## Papers

pages-sheet = Язык
pages-sheet-kk = На казахском
pages-sheet-ru = На русском
pages-sheet-kk-ru = На двух языках
pages-issued-on = Выдан
pages-no-papers = По этому делу документов ещё нет.
pages-make-paper = Составить документ
pages-save-pdf = Сохранить PDF
pages-print = Печать
pages-saved = Файл сохранён.
pages-printed = Отправлено на принтер.
pages-zoom-in = Крупнее (Ctrl +)
pages-zoom-out = Мельче (Ctrl −)
pages-zoom-fit = По ширине
pages-page-of = Страница { $page } из { $pages }
pages-preview-paper = Просмотр документа

## Exchange

pages-export = Отправить в центральный аппарат
pages-export-note = Всё новое шифруется, записывается на носитель, перечитывается и сверяется.
pages-export-choose = Выбрать папку или носитель…
pages-export-done = Пакет записан и перечитан.
pages-export-last = Последняя отправка
pages-export-never = ещё не отправлялось
pages-import = Принять пакет
pages-import-note = Подпись и целостность проверяются: пакет принимается целиком, иначе ничего не меняется.
pages-import-choose = Выбрать носитель…
pages-import-done = Пакеты приняты.
pages-import-part = Часть пакетов не принята; причина указана ниже.
pages-progress = Ход выполнения
pages-enrolment = Регистрация и ключи
pages-enrol-state = Состояние
pages-enrol-none = запрос не создан
pages-enrol-requested = ожидается ответ
pages-enrol-certified = сертифицировано
pages-enrol-centre = Центральный аппарат
pages-enrol-fingerprint = Отпечаток ключа
pages-enrol-first = Сначала зарегистрируйте рабочее место в центральном аппарате: начните с файла запроса ниже.
pages-enrol-request = Файл запроса…
pages-enrol-install = Установить ответ…
pages-enrol-request-done = Файл запроса записан. Передайте его в центральный аппарат и сверьте отпечаток по телефону.
pages-enrol-install-done = Ответ установлен. Отпечаток центрального аппарата: { $fingerprint }
pages-receipt = Квитанция последнего действия
pages-receipt-none = В этом сеансе обмена ещё не было.
pages-receipt-refused = { $file } не принят: { $why }
pages-receipt-known = Пакет № { $no } от { $sender } уже был принят ({ $file }). Ничего не изменилось.
pages-workstation = Рабочее место
pages-tile-none = Обмен не настроен
pages-tile-ready = Готово к обмену

## Settings

pages-looks = Язык и оформление
pages-language = Язык экрана
pages-mode = Оформление
pages-mode-light = светлое
pages-mode-dark = тёмное
pages-store = Хранилище и программа
pages-store-folder = Папка хранилища
pages-store-purpose = Назначение
pages-version = Версия
pages-verify = Проверить хранилище
pages-verify-note = Проверка пересчитывает каждую запись журнала и ничего не меняет.
pages-verifying = Идёт проверка…
pages-keys = Клавиши
pages-key-search = Поиск
pages-key-new = Новое ходатайство
pages-key-lock = Заблокировать
pages-key-help = Справка об этой странице
pages-key-back = Предыдущая страница
pages-key-open = Открыть дело из списка
pages-key-zoom = Масштаб документа
pages-key-choice = Открыть список выбора

## Help

pages-help-topics = Темы

## What these pages refuse, and what may go wrong

rule-pages-date-missing = Дата не указана. Введите дату, например 31.12.2026.
rule-pages-document-missing = Номер документа не указан. Введите номер показанного документа.
rule-pages-choice-missing = Ничего не выбрано. Выберите вариант из списка.
rule-pages-text-missing = Текст пуст. Напишите заметку или закройте окно.
trouble-pages-printer = Принтер не начал печать. Проверьте, включён ли он, и повторите либо сохраните PDF.

## Counts

pages-cases-count =
    { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
 }
pages-cases-found =
    { $count ->
    [one] Найден { $count } человек из { $total }
    [few] Найдено { $count } человека из { $total }
   *[many] Найдено { $count } человек из { $total }
 }
pages-cases-first =
    { $count ->
    [one] Показан первый { $count } человек; уточните слова поиска
    [few] Показаны первые { $count } человека; уточните слова поиска
   *[many] Показаны первые { $count } человек; уточните слова поиска
 }
pages-export-receipts = Отправить подтверждения
pages-export-receipts-note = На носитель записываются подтверждения принятых пакетов; до них подразделение посылает записи снова.
pages-export-waiting =
    { $count ->
    [one] { $count } запись ещё не подтверждена центром
    [few] { $count } записи ещё не подтверждены центром
   *[many] { $count } записей ещё не подтверждены центром
 }
pages-verify-whole =
    { $entries ->
    [one] Хранилище цело: проверена { $entries } запись, дел: { $cases }.
    [few] Хранилище цело: проверено { $entries } записи, дел: { $cases }.
   *[many] Хранилище цело: проверено { $entries } записей, дел: { $cases }.
 }
pages-verify-damaged =
    { $count ->
    [one] В хранилище найдено повреждение: { $first }. Остановите работу и сообщите в центральный аппарат.
    [few] В хранилище найдено повреждений: { $count }, первое: { $first }. Остановите работу и сообщите в центральный аппарат.
   *[many] В хранилище найдено повреждений: { $count }, первое: { $first }. Остановите работу и сообщите в центральный аппарат.
 }
pages-receipt-export =
    { $entries ->
    [one] Пакет № { $no } записан: { $entries } запись, вложений: { $blobs }. Файл: { $file }. Отпечаток: { $sha }. Доставьте носитель в центральный аппарат.
    [few] Пакет № { $no } записан: { $entries } записи, вложений: { $blobs }. Файл: { $file }. Отпечаток: { $sha }. Доставьте носитель в центральный аппарат.
   *[many] Пакет № { $no } записан: { $entries } записей, вложений: { $blobs }. Файл: { $file }. Отпечаток: { $sha }. Доставьте носитель в центральный аппарат.
 }
pages-receipt-import =
    { $entries ->
    [one] Пакет № { $no } от { $sender } принят: { $entries } новая запись, новых дел: { $fresh }, изменённых дел: { $changed }, вложений: { $blobs }.
    [few] Пакет № { $no } от { $sender } принят: { $entries } новые записи, новых дел: { $fresh }, изменённых дел: { $changed }, вложений: { $blobs }.
   *[many] Пакет № { $no } от { $sender } принят: { $entries } новых записей, новых дел: { $fresh }, изменённых дел: { $changed }, вложений: { $blobs }.
 }
pages-receipt-doubt = Спорных записей: { $count }; они оставлены на рассмотрение.
