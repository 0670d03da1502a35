ui-brand = Пана
ui-search = Поиск: имя, № дела, документ…   Ctrl+K
ui-back = Назад
ui-close = Закрыть
ui-cancel = Отмена
ui-yes = Да
ui-lock = Заблокировать (Ctrl+L)
ui-theme = Светлая или тёмная тема
ui-language-kk = Қазақша
ui-language-ru = Русский
ui-language-en = English
ui-letters = Казахские буквы
ui-passphrase-show = Показать парольную фразу
ui-passphrase-hide = Скрыть парольную фразу
ui-photo-choose = Выбрать файл…
ui-photo-remove = Убрать фотографию
ui-photo-drop = Или перетащите файл сюда. JPEG или PNG, до { $limit } МБ.
ui-files-pictures = Изображения
ui-steps = Шаги
ui-step-current = Текущий шаг
ui-step-open = Ещё не заполнено
ui-step-done = Заполнено
ui-step-problem = Нужно исправить
ui-timeline = Ход дела
ui-deadline-none = Срока нет
ui-deadline-today = Срок сегодня
ui-deadline-left =
    { $days ->
        [one] Остался { $days } день
        [few] Осталось { $days } дня
       *[many] Осталось { $days } дней
    }
ui-deadline-late =
    { $days ->
        [one] Просрочено на { $days } день
        [few] Просрочено на { $days } дня
       *[many] Просрочено на { $days } дней
    }
trouble-ui-file-unreadable = Не удалось прочитать файл «{ $name }». Проверьте, открывается ли он, и выберите его снова.
trouble-ui-file-too-large = Файл больше { $limit } МБ. Выберите файл меньшего размера или сохраните его уменьшенным.
