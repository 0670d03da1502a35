# Рөлдер, растайтын екінші адам, тек комиссия көретін мәліметтер және шешімнен кейінгі мәртебелер.

rule-second-missing = Бұл әрекетті екінші адам растайды. Осы жұмыс орнының басқа пайдаланушысын көрсетіңіз: хатшыны немесе басшыны.
rule-second-same = Өз әрекетіңізді өзіңіз растай алмайсыз. Осы жұмыс орнының басқа пайдаланушысын көрсетіңіз: хатшыны немесе басшыны.
rule-second-role = Көрсетілген адам бұл әрекетті растай алмайды. Хатшыны немесе басшыны көрсетіңіз.
rule-second-unknown = Бұл жұмыс орнында { $user } деген пайдаланушы жоқ. Атын пайдаланушылар тізімімен салыстырыңыз.
rule-view-reason-missing = Жабық мәліметтер тек себебі көрсетілгенде ашылады. Олардың не үшін қажет екенін жазыңыз; себебі сіздің атыңызбен бірге жазылады.

status-expired-extension-pending = ұзарту қаралуда
status-lapsed = мерзімі біткен
status-deprived = айырылған
status-terminated = тоқтатылған
case-status-since = { $on } күнінен бастап
pages-filter-lapsed = Мерзімі біткен
pages-filter-deprived = Айырылған
pages-filter-terminated = Тоқтатылған

restricted-group = ЖАБЫҚ МӘЛІМЕТТЕР
restricted-held = Істе тек комиссия көретін мәліметтер бар: { $sorts }.
restricted-show = Көрсету
restricted-title = Жабық мәліметтерді көрсету
restricted-note = Мәліметтер көрсетілмес бұрын оларды кім және не үшін ашқаны жазылады.
restricted-reason = Себебі
restricted-what-grounds = шешімнің негіздері
restricted-what-needs = ерекше қажеттіліктер
restricted-what-nsc = ұлттық қауіпсіздік органдарының жауабы
restricted-what-interview = әңгімелесу
restricted-what-evidence = материалдар
restricted-grounds = № { $number } шешімнің негіздері
restricted-proofs = Комиссияға ұсынылғаны, № { $number } шешім
restricted-court = Сот үкімі, № { $number } шешім
restricted-court-text = { $name }, { $on }, { $number }{ $in_force ->
    [true] {", заңды күшіне енген"}
   *[other] {", заңды күшіне енбеген"}
 }
restricted-needs = Ерекше қажеттіліктері: { $person }
restricted-nsc = Ұлттық қауіпсіздік органдарының жауабы, { $on }
restricted-interview = { $on } күнгі әңгімелесу
restricted-evidence = { $on } күнгі материал
restricted-ground = жабық негіз

cli-opt-reason = жабық мәліметтер не үшін ашылады; себебі жазылады, онсыз олар жасырын қалады
cli-restricted-hidden = Жабық, --reason арқылы ашылады: { $sorts }
