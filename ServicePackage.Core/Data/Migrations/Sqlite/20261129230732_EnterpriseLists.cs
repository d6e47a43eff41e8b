using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EnterpriseLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EnterpriseListClosings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnterpriseListClosings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnterpriseListClosings_Accounts_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnterpriseListClosings_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnterpriseListItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    First = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Announcement = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    Part = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Flag = table.Column<bool>(type: "INTEGER", nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LiftedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CorrectsId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnterpriseListItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnterpriseListItems_Accounts_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnterpriseListItems_EnterpriseListItems_CorrectsId",
                        column: x => x.CorrectsId,
                        principalTable: "EnterpriseListItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnterpriseListItems_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseListClosings_RecordedById",
                table: "EnterpriseListClosings",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_OneClosingAList",
                table: "EnterpriseListClosings",
                columns: new[] { "EnterpriseId", "List", "Kind", "Standing" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EachTitleOnce",
                table: "EnterpriseListItems",
                columns: new[] { "EnterpriseId", "List", "Kind", "Level", "From" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL AND \"List\" = 'title'");

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseListItems_CorrectsId",
                table: "EnterpriseListItems",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseListItems_EnterpriseId_List",
                table: "EnterpriseListItems",
                columns: new[] { "EnterpriseId", "List" });

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseListItems_Kind_EnterpriseId",
                table: "EnterpriseListItems",
                columns: new[] { "Kind", "EnterpriseId" },
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseListItems_RecordedById",
                table: "EnterpriseListItems",
                column: "RecordedById");

            migrationBuilder.TellTitlesOfFlags();

            migrationBuilder.Sql("ALTER TABLE \"Enterprises\" DROP COLUMN \"Categories\""); // making the table anew would leave the transaction
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EnterpriseListClosings");

            migrationBuilder.DropTable(
                name: "EnterpriseListItems");

            migrationBuilder.AddColumn<int>(
                name: "Categories",
                table: "Enterprises",
                type: "INTEGER",
                maxLength: 40,
                nullable: false,
                defaultValue: 0);
        }
    }
}
