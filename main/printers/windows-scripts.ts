/**
 * Hands the file RACKSIDE_FILE to the queue RACKSIDE_QUEUE with the spooler's data type RAW, which passes it on as it is, and writes the number of the
 * job. What fails on the way is taken back whole. Values come in the environment, so that none of them is ever part of the script.
 * Source: Microsoft, "Sending raw data to a printer by using the print spooler API" (winspool.drv).
 */
export const printRawScript = `
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
public static class RawPrinter {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  private class DocInfo { public string Name; public string OutputFile; public string DataType; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  private static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", SetLastError = true)]
  private static extern bool ClosePrinter(IntPtr printer);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  private static extern int StartDocPrinter(IntPtr printer, int level, [In] DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)]
  private static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  private static extern bool AbortPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  private static extern bool StartPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  private static extern bool EndPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  private static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  public static int Print(string queue, string title, string file) {
    IntPtr printer;
    if (!OpenPrinter(queue, out printer, IntPtr.Zero)) throw new Win32Exception();
    try {
      int job = StartDocPrinter(printer, 1, new DocInfo { Name = title, DataType = "RAW" });
      if (job == 0) throw new Win32Exception();
      try {
        if (!StartPagePrinter(printer)) throw new Win32Exception();
        using (FileStream stream = File.OpenRead(file)) {
          byte[] buffer = new byte[65536];
          int count;
          while ((count = stream.Read(buffer, 0, buffer.Length)) > 0) {
            int offset = 0;
            while (offset < count) {
              byte[] rest = new byte[count - offset];
              Array.Copy(buffer, offset, rest, 0, rest.Length);
              int written;
              if (!WritePrinter(printer, rest, rest.Length, out written)) throw new Win32Exception();
              offset += written;
            }
          }
        }
        if (!EndPagePrinter(printer)) throw new Win32Exception();
        if (!EndDocPrinter(printer)) throw new Win32Exception();
      } catch { AbortPrinter(printer); throw; }
      return job;
    } finally { ClosePrinter(printer); }
  }
}
'@
[Console]::Out.Write('job ' + [RawPrinter]::Print($env:RACKSIDE_QUEUE, $env:RACKSIDE_TITLE, $env:RACKSIDE_FILE))
`;

/** Writes `queued` or `gone`. */
export const findJobScript = `
$ErrorActionPreference = 'Stop'
$jobs = @(Get-PrintJob -PrinterName $env:RACKSIDE_QUEUE | Where-Object { $_.Id -eq [int]$env:RACKSIDE_JOB })
$left = @($jobs | Where-Object { "$($_.JobStatus)" -notmatch 'Printed|Completed' })
if ($left.Count -gt 0) { [Console]::Out.Write('queued') } else { [Console]::Out.Write('gone') }
`;

export const cancelJobScript = `
Remove-PrintJob -PrinterName $env:RACKSIDE_QUEUE -ID ([int]$env:RACKSIDE_JOB)
`;

/** Writes the words of the queue's state, such as `Normal`, `PaperOut` or `Paused, Offline`. */
export const askQueueScript = `
$ErrorActionPreference = 'Stop'
[Console]::Out.Write("" + (Get-Printer -Name $env:RACKSIDE_QUEUE).PrinterStatus)
`;

/** A line for each queue: its name, a tab, its driver and port. */
export const listQueuesScript = `
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
Get-Printer | ForEach-Object { [Console]::Out.WriteLine($_.Name + [char]9 + $_.DriverName + ', ' + $_.PortName) }
`;
