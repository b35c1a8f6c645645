import { useMutation } from '@tanstack/react-query';
import type { WaveExport } from '@tirek/domain/reports';
import { useClient } from '../../api/client.ts';
import { saveFile } from '../../ui/save-file.ts';

/** Fetches the files of an approved request and hands them to the reader. */
export function useFetching({ id }: WaveExport) {
  const { api, now } = useClient();
  return useMutation({
    mutationFn: () => api.download('fetchExport', { exportId: id }),
    // The day tells two fetchings apart: each has ids of its own, so that they cannot be laid beside each other.
    onSuccess: (file) => saveFile(`answers-${now().slice(0, 10)}.zip`, file),
  });
}
