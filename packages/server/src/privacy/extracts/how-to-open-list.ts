/** Lies beside the sealed list in all three languages; it tells nothing of what is inside. */
export const HOW_TO_OPEN_LIST = `\uFEFFБұл архив құпия сөзбен жабылған. Оны 7-Zip (компьютер) не ZArchiver (Android телефон) бағдарламасымен ашып,
архив жасалғанда экранда көрсетілген 20 таңбаны сызықшаларымен теріңіз. Жұмыс біткен соң файлды жойыңыз.

Этот архив закрыт паролем. Откройте его программой 7-Zip (на компьютере) или ZArchiver (на телефоне Android) и введите 20 знаков
с дефисами, которые были показаны, когда архив делали. Закончив работу, удалите файл.

This archive is sealed with a passphrase. Open it with 7-Zip (on a computer) or ZArchiver (on an Android telephone) and type the
20 signs with their dashes that were shown when the archive was made. Delete the file once the work is done.
`;
