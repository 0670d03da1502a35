# Роли, второе лицо, которое подтверждает, сведения только для комиссии и статусы после решения.

rule-second-missing = Это действие подтверждает второе лицо. Укажите другого пользователя этого рабочего места: секретаря или руководителя.
rule-second-same = Нельзя подтвердить собственное действие. Укажите другого пользователя этого рабочего места: секретаря или руководителя.
rule-second-role = Указанное лицо не может подтвердить это действие. Укажите секретаря или руководителя.
rule-second-unknown = На этом рабочем месте нет пользователя с именем { $user }. Сверьте имя со списком пользователей.
rule-view-reason-missing = Закрытые сведения открываются только с указанием причины. Напишите, для чего они нужны; причина записывается вместе с вашим именем.

status-expired-extension-pending = ждёт продления
status-lapsed = срок истёк
status-deprived = лишён статуса
status-terminated = статус прекращён
case-status-since = с { $on }
pages-filter-lapsed = Срок истёк
pages-filter-deprived = Лишены
pages-filter-terminated = Прекращены

restricted-group = ЗАКРЫТЫЕ СВЕДЕНИЯ
restricted-held = В деле есть сведения, которые видит только комиссия: { $sorts }.
restricted-show = Показать
restricted-title = Показать закрытые сведения
restricted-note = Прежде чем сведения будут показаны, записывается, кто и для чего их открыл.
restricted-reason = Причина
restricted-what-grounds = основания решения
restricted-what-needs = особые потребности
restricted-what-nsc = ответ органов национальной безопасности
restricted-what-interview = собеседование
restricted-what-evidence = материалы
restricted-grounds = Основания решения { $number }
restricted-proofs = Перед комиссией, решение { $number }
restricted-court = Приговор, решение { $number }
restricted-court-text = { $name }, { $on }, { $number }{ $in_force ->
    [true] {", вступил в силу"}
   *[other] {", не вступил в силу"}
 }
restricted-needs = Особые потребности: { $person }
restricted-nsc = Ответ органов национальной безопасности, { $on }
restricted-interview = Собеседование { $on }
restricted-evidence = Материал от { $on }
restricted-ground = закрытое основание

cli-opt-reason = для чего открываются закрытые сведения; причина записывается, без неё они остаются скрытыми
cli-restricted-hidden = Закрыто, открывается с --reason: { $sorts }
