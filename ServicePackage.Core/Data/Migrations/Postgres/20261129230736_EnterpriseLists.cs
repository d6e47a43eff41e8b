using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    List = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Standing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<long>(type: "bigint", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    List = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    First = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Announcement = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    Part = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    Flag = table.Column<bool>(type: "boolean", nullable: true),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Standing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<long>(type: "bigint", nullable: true),
                    CorrectsId = table.Column<long>(type: "bigint", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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

            migrationBuilder.DropColumn(
                name: "Categories",
                table: "Enterprises");
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
                type: "integer",
                maxLength: 40,
                nullable: false,
                defaultValue: 0);
        }
    }
}
