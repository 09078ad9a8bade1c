#!/usr/bin/env bash
# LibreOffice 7.4.7 (package libreoffice-calc-nogui of Debian 12). Expected: a list of clauses in CSV, in UTF-8
# with the byte order mark that Excel asks for, has the same numbers after it was opened and saved.
# Seen: 1.10 becomes 1.1, so that two clauses have one number, 2.0 becomes 2, "5E1" becomes 50; 2.2a and 1.2.3
# stay. The mark is not heeded without being asked: what is read is Windows-1252, and the first column is called
# "ï»¿clause".
# Hurts: a register of clauses that went through a spreadsheet once names the wrong rule, and only for every
# tenth.
set -euo pipefail
command -v soffice > /dev/null || { echo 'Install LibreOffice (apt-get install libreoffice-calc-nogui).'; exit 2; }
export LC_ALL=C.UTF-8  # elsewhere a number such as 1.10 may be read as a date
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '\xef\xbb\xbfclause,words\n1.1,Ask\n1.10,Tell\n2.0,Keep\n2.2a,Pay\n1.2.3,Go\n5E1,Maß\n' > clauses.csv
soffice --version
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to \
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' --outdir saved clauses.csv > /dev/null 2>&1
cat saved/clauses.csv
printf 'ï»¿clause,words\n1.1,Ask\n1.1,Tell\n2,Keep\n2.2a,Pay\n1.2.3,Go\n50,MaÃŸ\n' | cmp - saved/clauses.csv
