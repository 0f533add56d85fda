@echo off
rem Builds Kelvin for this Windows into target\installer: an .msi, a portable .zip, and their checksums.
rem Runs from a clean checkout, without manual steps, on x64:
rem
rem   installer\windows.cmd
rem
rem Needs a JDK 25, Maven, and WiX 3 or newer for the .msi.
setlocal enabledelayedexpansion
cd /d "%~dp0.."
call .mvn\jdk.cmd || exit /b 3
set "JAVA_HOME=%JDK%"
set "OUT=target\installer"
set "NATIVE=javafx.graphics,com.microsoft.onnxruntime,ai.djl.tokenizers,com.sun.jna,kelvin"

rem All files get one date, by default that of the commit.
if not defined SOURCE_DATE_EPOCH for /f %%E in ('git log -1 --format^=%%ct') do set "SOURCE_DATE_EPOCH=%%E"
rem Maven's plugin names the last commit that is not a merge; the packages name the built commit.
set "COMMIT=unknown"
for /f %%C in ('git rev-parse --short^=12 HEAD') do set "COMMIT=%%C"

echo installer: building the program ...
for %%D in (modules natives sbom dependency-maven-plugin-markers installer) do if exist "target\%%D" rmdir /s /q "target\%%D"
call mvn -B -q -P installer package -Dmaven.test.skip=true -Dspotless.check.skip=true "-DbuildNumber=%COMMIT%" "-Dproject.build.outputTimestamp=%SOURCE_DATE_EPOCH%" || exit /b 1
for /f "tokens=2 delims==" %%V in ('findstr /b "version=" target\classes\kelvin\cli\build.properties') do set "VERSION=%%V"
for /f "tokens=1 delims=-" %%N in ("%VERSION%") do set "NUMBER=%%N"

echo installer: linking the runtime ...
"%JDK%\bin\java" -cp "target\modules\*" installer\image\Image.java || exit /b 1

echo installer: making the program's folder ...
rem Kelvin.exe opens the window; kelvinc.exe is the same with a console, for the command line.
(
  echo win-console=true
  echo win-shortcut=false
  echo win-menu=false
) > target\console.properties
"%JDK%\bin\jpackage" --type app-image --name Kelvin --dest "%OUT%" --app-version "%NUMBER%" ^
  --vendor "The Kelvin developers" --copyright "Apache License 2.0" ^
  --description "Kelvin shows what a language model might say next" ^
  --runtime-image target\image\runtime --input target\image\content ^
  --module kelvin/kelvin.app.Main --icon installer\icon\kelvin.ico ^
  --add-launcher kelvinc=target\console.properties ^
  --java-options "-XX:AOTCache=$APPDIR\kelvin.aot" ^
  --java-options "-Dkelvin.home=$APPDIR" ^
  --java-options "--enable-native-access=%NATIVE%" || exit /b 1

echo installer: training the cache of linked classes ...
set "APP=%CD%\%OUT%\Kelvin"
rem Keeps the training out of the builder's own settings.
setlocal
set "APPDATA=%CD%\target\training"
set "LOCALAPPDATA=%CD%\target\training"
"%APP%\runtime\bin\java" "-XX:AOTCacheOutput=%APP%\app\kelvin.aot" "--enable-native-access=%NATIVE%" ^
  "-Dkelvin.home=%APP%\app" -m kelvin/kelvin.app.Main --rehearse > target\training.log 2>&1
endlocal
if not exist "%APP%\app\kelvin.aot" (
  type target\training.log 1>&2
  echo installer: The training run wrote no cache; its output is above. 1>&2
  exit /b 3
)

echo installer: making the .zip and the .msi ...
powershell -NoProfile -Command "Compress-Archive -Path '%OUT%\Kelvin' -DestinationPath '%OUT%\kelvin-%VERSION%-windows-x64.zip'" || exit /b 1
rem The upgrade code never changes: it lets a newer version replace an older one.
"%JDK%\bin\jpackage" --type msi --name Kelvin --dest "%OUT%" --app-version "%NUMBER%" ^
  --app-image "%OUT%\Kelvin" --license-file LICENSE ^
  --file-associations installer\desktop\association.properties ^
  --win-per-user-install --win-menu --win-shortcut-prompt --win-dir-chooser ^
  --win-upgrade-uuid 5e1d2f0c-6a0b-4f57-9f3e-2b8a4c1d7e90 || exit /b 1
move /y "%OUT%\Kelvin-%NUMBER%.msi" "%OUT%\kelvin-%VERSION%-windows-x64.msi" >nul
copy /y target\image\content\kelvin.cdx.json "%OUT%\kelvin-%VERSION%-windows-x64.cdx.json" >nul
rmdir /s /q "%OUT%\Kelvin"
powershell -NoProfile -Command "Get-ChildItem '%OUT%' -File -Filter 'kelvin-*' | ForEach-Object { (Get-FileHash -Algorithm SHA256 $_.FullName).Hash.ToLower() + '  ' + $_.Name } | Set-Content -Encoding ascii '%OUT%\SHA256SUMS'; Get-Content '%OUT%\SHA256SUMS'"
exit /b 0
