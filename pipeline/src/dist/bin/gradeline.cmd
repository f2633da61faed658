@echo off
rem Runs Gradeline from any folder. Needs Java 17 or later on the PATH or in JAVA_HOME.
setlocal
for %%f in ("%~dp0..") do set "home=%%~ff"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%home%\java\bin\java.exe" set "java=%home%\java\bin\java"
rem The current folder's data, or else Gradeline's own.
set "data=%home%\data"
if exist data\ set "data=data"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -XX:-UsePerfData -Dsun.misc.unsafe.memory.access=allow "-Dgradeline.data=%data%" %GRADELINE_JAVA_OPTS% -jar "%home%\gradeline.jar" %*
exit /b %errorlevel%
