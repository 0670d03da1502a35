# The case page: the short forms of the days after registration, and what the overview tells of them.

## The page

acts-more = Другие действия
acts-row-record = Записать
acts-person = О ком
acts-language = Язык
acts-late-reason = Причина опоздания, если поздно
acts-restricted = Видно только комиссии
acts-office-hint = Три буквы региона и две цифры: AST01

## Duties and hearing

acts-leaflet = Памятка вручена
acts-leaflet-note = Памятка о правах и обязанностях на языке, который понимает лицо.
acts-leaflet-language = Язык памятки
acts-interpreter = Приглашён переводчик
acts-interpreter-name = Имя переводчика
acts-representative = Представитель, опекун
acts-representative-name = Имя представителя
acts-interview = Собеседование
acts-interview-officer = Кто проводил
acts-interview-record = Запись собеседования
acts-evidence = Доказательство
acts-evidence-about = О чём
acts-evidence-link = К делу какого родственника
acts-evidence-text = Содержание
acts-document = Предъявлен документ
acts-document-series = Серия
acts-document-country = Страна выдачи
acts-citizenship = Гражданство установлено
acts-citizenship-found = Гражданство
acts-citizenship-document = Чем подтверждается
acts-citizenship-reason = гражданство установлено
acts-request = Направление выдано
acts-request-to = Куда направлено
acts-register = Зарегистрировать
acts-register-note = Ходатайство получит номер, свидетельство лица, ищущего убежище, выдаётся сегодняшним днём.
acts-lateness = Причина опоздания
acts-lateness-why = Почему с опозданием
acts-lateness-first = Ходатайство о присвоении статуса подано с опозданием.
acts-lateness-extension = Заявление о продлении подано с опозданием.
acts-stage = Внутренний этап
acts-stage-which = Какой этап
acts-assign = Исполнитель по делу
acts-assign-user = Имя для входа
acts-assign-user-hint = Например, a-omarova

## Extension and lapse

acts-extension = Заявление о продлении
acts-extension-note = Позднее заявление тоже принимается; опоздание отмечается.
acts-extension-decision = Решение о продлении
acts-extension-kind-extend = Продлить
acts-extension-kind-refuse-extend = Отказать в продлении
acts-extension-reason = Обоснование комиссии
acts-extension-reason-hint = При отказе обязательно: почему прежние обстоятельства больше не сохраняются
acts-extension-withdrawn = Продление отозвано
acts-extension-statement = Подписанное заявление
acts-extension-pending = Продление на рассмотрении
acts-extension-late = опоздание { $days } дн.
acts-lapse = Срок статуса истёк
acts-lapse-note = Статус прекращается, с ним и удостоверение беженца. Если есть заявление о продлении, сначала запишите его.

## Appeals and certificates

acts-appeal = Подана жалоба
acts-appeals = Жалобы
acts-appeal-which = Какая жалоба
acts-appeal-decision-which = На какое решение
acts-appeal-level = Инстанция
acts-appeal-level-pre-trial = вышестоящий орган
acts-appeal-level-court-first = суд первой инстанции
acts-appeal-level-court-appeal = апелляция
acts-appeal-level-court-cassation = кассация
acts-appeal-on = Когда подана
acts-appeal-body = Название органа или суда
acts-appeal-reason = Почему жалоба поздняя
acts-appeal-decision = Итог жалобы
acts-appeal-result = Результат
acts-appeal-result-dismissed = отказано
acts-appeal-result-allowed = удовлетворена
acts-appeal-result-allowed-partly = удовлетворена частично
acts-appeal-result-withdrawn = отозвана
acts-appeal-result-not-considered = оставлена без рассмотрения
acts-appeal-effect = Что с решением
acts-appeal-effect-annulled = отменено
acts-appeal-effect-remitted = на новое рассмотрение
acts-appeal-effect-stands = остаётся в силе
acts-learnt = Когда узнал о решении
acts-reopen = Открыть дело снова
acts-appeal-effect-restored = снова действует
acts-appeal-force = Акт вступил в силу
acts-appeal-force-on = Вступил в силу
acts-appeal-force-hint = Для акта суда; если неизвестно, оставьте пустым
acts-appeal-number = Номер акта
acts-certificate-end = Возврат или утрата
acts-certificate-end-how = Что произошло
acts-certificate-end-reason = Обстоятельства

## Families and moves

acts-own-file = 18 лет: своё дело
acts-own-file-note = Достигший 18 лет получает своё дело и свидетельство и выходит из дела родителя.
acts-own-file-who = Кто достиг 18 лет
acts-decide-child = Решение по ребёнку
acts-decide-child-note = Ребёнок, внесённый после решения по заявителю.
acts-departure = Сообщение о выезде
acts-departure-on = Когда сообщено
acts-departure-planned = Когда выезжает
acts-departure-country = В какую страну
acts-departure-for-good = Выезжает навсегда
acts-departure-whole = Вместе с детьми из дела
acts-leave = Снятие с учёта
acts-leave-note = Дело остаётся здесь, пока другой орган его не примет.
acts-leave-to = В какое подразделение
acts-arrive = Постановка на учёт
acts-arrive-from = Из какого подразделения
acts-arrive-on = Когда прибыли
acts-arrive-recorded = Когда поставлены на учёт

## The stay

acts-stay = Право пребывания
acts-stay-open = под защитой, последний день неизвестен ({ $reading })
acts-stay-until = под защитой до { $on } ({ $reading })
acts-stay-ended = закончилось { $on }
acts-stay-by-l-8-1-5 = подп. 5) п. 1 ст. 8 Закона
acts-stay-by-f-37 = настройка: срок обжалования
acts-stay-by-l-9-1-1 = имеет статус, ст. 9 Закона
acts-stay-departure = Срок выезда, для сведения
acts-stay-departure-open = не течёт, пока есть защита

## What these forms refuse

rule-acts-reason-missing = Причина не указана. Напишите, почему жалоба подана поздно.
