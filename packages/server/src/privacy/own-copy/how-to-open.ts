/** Lies beside the sealed files in all three languages: whoever finds the archive learns that it is sealed and nothing else. */
export const HOW_TO_OPEN = `\uFEFFБұл архив құпия сөзбен жабылған. Ашу үшін 7-Zip (компьютер) не ZArchiver (Android телефон) бағдарламасын
орнатып, архивті сол бағдарламамен ашыңыз да, маманыңыз қағазға жазып берген 20 таңбаны сызықшаларымен теріңіз.
copy.pdf оқуға, copy.json басқа бағдарламаларға арналған. Құпия сөз еш жерде сақталмайды: жоғалса, жаңа көшірме сұраңыз.

Этот архив закрыт паролем. Чтобы открыть его, установите 7-Zip (на компьютере) или ZArchiver (на телефоне Android), откройте
архив этой программой и введите 20 знаков с дефисами, которые ваш специалист дал вам на бумаге. copy.pdf можно читать,
copy.json нужен другим программам. Пароль нигде не хранится: если он потерян, попросите новую копию.

This archive is sealed with a passphrase. To open it, install 7-Zip (on a computer) or ZArchiver (on an Android telephone), open
the archive with that program and type the 20 signs with their dashes that your specialist gave you on paper. copy.pdf is for
reading, copy.json for other programs. The passphrase is kept nowhere: if it is lost, ask for a new copy.
`;
