import type { SheetProtection } from '../../../model';

/** Protects a sheet without a password, once everything is written: nothing of it can be set afterwards. */
export function queueProtection(worksheet: Excel.Worksheet, protection: SheetProtection | undefined): void {
  if (!protection) return;
  const { canAddRows } = protection;
  worksheet.protection.protect({
    allowFormatColumns: true,
    allowFormatRows: true,
    allowAutoFilter: true,
    allowInsertRows: canAddRows,
    allowDeleteRows: canAddRows,
  });
}
