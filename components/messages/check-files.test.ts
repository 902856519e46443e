import { describe, expect, it } from "vitest";
import { checkFiles, maxFileBytes } from "./check-files.ts";

const file = (name: string, size = 10, type = "") => ({ name, size, type });

describe("checkFiles", () => {
  it("lets ten files of ten megabytes through and says which are too many", () => {
    const { accepted, problems } = checkFiles(Array.from({ length: 11 }, (_, n) => file(`${n}.png`, maxFileBytes, "image/png")), 0);
    expect(accepted).toHaveLength(10);
    expect(problems).toEqual([{ name: "10.png", reason: "tooMany" }]);
  });
  it("counts those already chosen", () => {
    expect(checkFiles([file("a.png", 1, "image/png"), file("b.png", 1, "image/png")], 9).problems).toEqual([{ name: "b.png", reason: "tooMany" }]);
  });
  it("refuses too large, empty and unknown files, each with its reason", () => {
    const { problems } = checkFiles([file("big.mp4", maxFileBytes + 1, "video/mp4"), file("empty.txt", 0, "text/plain"), file("run.exe", 10, "application/x-msdownload")], 0);
    expect(problems.map((each) => each.reason)).toEqual(["tooLarge", "empty", "unsupported"]);
  });
  it("knows files whose type the browser does not know by their name", () => {
    expect(checkFiles([file("foto.HEIC"), file("planilha.xlsx"), file("nota.amr")], 0).problems).toEqual([]);
  });
});
