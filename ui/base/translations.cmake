# SPDX-License-Identifier: GPL-3.0-or-later
# The translations, compiled into the library as the resource "translations".
find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)

set(qrc "<RCC><qresource prefix=\"/translations\">\n")
foreach(language en zh_TW)
    set(source ${PROJECT_SOURCE_DIR}/resources/translations/inverso_${language}.ts)
    set(compiled ${CMAKE_CURRENT_BINARY_DIR}/inverso_${language}.qm)
    add_custom_command(OUTPUT ${compiled} DEPENDS ${source} COMMAND Qt6::lrelease -silent ${source} -qm ${compiled})
    list(APPEND translations ${compiled})
    string(APPEND qrc "<file alias=\"inverso_${language}.qm\">${compiled}</file>\n")
endforeach()
file(CONFIGURE OUTPUT translations.qrc CONTENT "${qrc}</qresource></RCC>\n")
add_custom_command(OUTPUT qrc_translations.cpp DEPENDS ${translations} ${CMAKE_CURRENT_BINARY_DIR}/translations.qrc
    COMMAND Qt6::rcc --name translations --output qrc_translations.cpp translations.qrc)
set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/qrc_translations.cpp PROPERTIES SKIP_AUTOGEN ON)
set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/translations.qrc PROPERTIES SKIP_AUTOGEN ON)
target_sources(inverso_ui_base PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/qrc_translations.cpp)
