/** What one message may carry: C10. Bytes as the server counts them. */
export const maxFiles = 10;
export const maxFileBytes = 10_000_000;

const acceptedTypes = /^(image|audio|video)\/|^text\/(plain|csv|rtf)|^application\/(pdf|rtf|zip|msword|vnd\.(ms-|openxmlformats-|oasis\.))/;
const acceptedNames = /\.(jpe?g|png|gif|bmp|webp|tiff?|hei[cf]|pdf|docx?|xlsx?|pptx?|odt|ods|odp|txt|rtf|csv|mp3|ogg|opus|m4a|aac|amr|wav|mp4|3gp|mov|webm|zip)$/i;

export type FileProblem = { name: string; reason: "tooMany" | "tooLarge" | "empty" | "unsupported" };

/** Which of these files may go along with those already chosen, and what is wrong with the others. Pure, before any upload. */
export function checkFiles<Chosen extends { name: string; size: number; type: string }>(files: readonly Chosen[], already: number): { accepted: Chosen[]; problems: FileProblem[] } {
  const accepted: Chosen[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    if (file.size === 0) problems.push({ name: file.name, reason: "empty" });
    else if (file.size > maxFileBytes) problems.push({ name: file.name, reason: "tooLarge" });
    else if (!acceptedTypes.test(file.type) && !acceptedNames.test(file.name)) problems.push({ name: file.name, reason: "unsupported" });
    else if (already + accepted.length >= maxFiles) problems.push({ name: file.name, reason: "tooMany" });
    else accepted.push(file);
  }
  return { accepted, problems };
}
